package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports side by side and over time. */
class PastReportsTest {

    private static final String CASE = "CR-07/first";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void disagreementsComeFirstAndWhatSomeLackIsListed() throws IOException {
        PastReport good = PastReport.read(report("good.json", 1, "passed"));
        PastReport bad = PastReport.read(Files.writeString(
                folder.resolve("bad.json"),
                JsonReport.of(SampleReport.bad())
                        .replaceFirst("\"outcome\" : \"passed\"", "\"outcome\" : \"failed\"")));

        Comparison comparison = new Comparison(List.of(good, bad));
        comparison.write(folder.resolve("out"));

        JsonNode diff = new JsonMapper().readTree(Files.readString(folder.resolve("out/diff.json")));
        assertThat(comparison.disagreements(PastReport::requirements)).containsExactly("CR-07");
        assertThat(comparison.notInAll(PastReport::requirements))
                .contains("COM-04")
                .doesNotContain("CR-07");
        assertThat(diff.at("/requirements/disagreements/0/outcomes").toString()).isEqualTo("[\"passed\",\"failed\"]");
        assertThat(folder.resolve("out/compare.html"))
                .content()
                .contains("They disagree")
                .contains("absent");
    }

    @Test
    void aRegressionHasItsFirstNight() throws IOException {
        nights("passed", "passed", "failed", "failed");

        History history = History.read(folder, Instant.MIN);

        assertThat(history.regressions())
                .containsExactly(new History.Regression(CASE, Instant.parse("2026-01-03T00:00:00Z")));
        assertThat(history.flaky()).isEmpty();
    }

    @Test
    void whatGoesBackAndForthIsFlakyAndNoRegression() throws IOException {
        nights("passed", "failed", "passed", "failed");

        History history = History.read(folder, Instant.MIN);

        assertThat(history.flaky()).containsExactly(CASE);
        assertThat(history.regressions()).isEmpty();
    }

    @Test
    void whatWasAlwaysBrokenIsNoRegression() throws IOException {
        nights("failed", "failed");

        assertThat(History.read(folder, Instant.MIN).regressions()).isEmpty();
    }

    @Test
    void foreignFilesAreSkippedByNameAndNeverDeleted() throws IOException {
        nights("passed");
        Path foreign = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");
        Files.writeString(folder.resolve("cut.json"), "{\"suite\":");

        History history = History.read(folder, Instant.parse("2027-01-01T00:00:00Z"));
        history.write(folder.resolve("history.html"));

        assertThat(history.skipped()).containsOnlyKeys("other.json", "cut.json");
        assertThat(history.nights()).isZero();
        assertThat(foreign).exists();
        assertThat(folder.resolve("night-1.json")).doesNotExist();
        assertThat(folder.resolve("history.html")).content().contains("other.json");
    }

    @Test
    void aRunThatDidNotEndIsIncompleteAndNotConformant() throws IOException {
        String text = Files.readString(report("night-1.json", 1, "passed"));
        Files.writeString(folder.resolve("night-1.json"), text.replace("\"complete\" : true", "\"complete\" : false"));

        History.read(folder, Instant.MIN).write(folder.resolve("history.html"));

        assertThat(folder.resolve("history.html"))
                .content()
                .contains("<span class=\"word incomplete\">")
                .doesNotContain("<span class=\"word conformant\">");
    }

    @Test
    void aForeignFileIsNoReport() throws IOException {
        Path foreign = Files.writeString(folder.resolve("x.json"), "{}");

        assertThatThrownBy(() -> PastReport.read(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.json");
    }

    private void nights(String... outcomes) throws IOException {
        for (int i = 0; i < outcomes.length; i++) {
            report("night-" + (i + 1) + ".json", i + 1, outcomes[i]);
        }
    }

    /** A good report whose first case came out so. */
    private Path report(String name, int day, String outcome) throws IOException {
        String text = JsonReport.of(SampleReport.good())
                .replace("\"started\" : \"2026-01-01", "\"started\" : \"2026-01-0" + day)
                .replaceFirst("(?s)(\"id\" : \"CR-07/first\".*?\"outcome\" : )\"passed\"", "$1\"" + outcome + "\"");
        return Files.writeString(folder.resolve(name), text);
    }
}
