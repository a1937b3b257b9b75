package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SuiteQualityTest {

    private final SuiteQuality quality = new SuiteQuality(SampleReport.good());

    @Test
    @SuppressWarnings("unchecked")
    void theFiguresAreThoseThatTheMatrixWrote() throws IOException {
        List<JsonNode> mutants = matrix().path("mutants").valueStream().toList();

        Map<String, Object> view = quality.matrix().get(0);
        Map<String, Object> all = ((List<Map<String, Object>>) view.get("rows")).get(2);

        assertThat(mutants).isNotEmpty();
        assertThat(all)
                .containsEntry("mutants", mutants.size())
                .containsEntry(
                        "killed",
                        mutants.stream()
                                .filter(m -> m.path("killed").booleanValue())
                                .count())
                .containsEntry(
                        "named",
                        mutants.stream()
                                .filter(m -> m.path("named").booleanValue())
                                .count());
        assertThat(view).containsEntry("date", matrix().path("date").stringValue());
    }

    @Test
    void figuresOfOtherFeaturesAreCalledSo() {
        assertThat(quality.matrix().get(0)).containsEntry("same", false);
    }

    @Test
    void aRequirementHasTheDefectsThatWereFound() {
        assertThat(quality.found("COM-04")).contains("gap-accepted");
        assertThat(quality.found("XXX-01")).isEmpty();
    }

    private static JsonNode matrix() throws IOException {
        try (InputStream in = SuiteQuality.class.getResourceAsStream("kill-matrix.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in).readAllBytes());
        }
    }
}
