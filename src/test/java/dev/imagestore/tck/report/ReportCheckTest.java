package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReportCheckTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whatTheSuiteWroteAddsUp() {
        assertThat(ReportCheck.of(JsonReport.of(SampleReport.good())).defects()).isEmpty();
        assertThat(ReportCheck.of(JsonReport.of(SampleReport.bad())).defects()).isEmpty();
        assertThat(ReportCheck.of(JsonReport.of(SampleReport.hostile(Hostile.TEXT)))
                        .defects())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anEditedReportIsFoundOut(String what, Consumer<ObjectNode> edit) {
        ObjectNode report = (ObjectNode) JSON.readTree(JsonReport.of(SampleReport.bad()));

        edit.accept(report);

        assertThat(ReportCheck.of(report.toString()).defects()).as(what).isNotEmpty();
    }

    static Stream<Arguments> anEditedReportIsFoundOut() {
        return Stream.of(
                edit("a failed case made to pass", r -> object(r, "/cases/2").put("outcome", "passed")),
                edit("all failures made known", r -> {
                    for (int i = 2; i < 8; i++) {
                        object(r, "/cases/" + i).put("known", true);
                    }
                }),
                edit(
                        "a requirement made to pass",
                        r -> object(r, "/requirements/2").put("outcome", "passed")),
                edit(
                        "the verdict made good",
                        r -> object(r, "/verdict").put("status", "conformant").put("exitCode", 0)),
                edit("nobody blamed", r -> object(r, "/verdict").putArray("blamed")),
                edit("a count made smaller", r -> object(r, "/counts/MUST").put("failed", 0)),
                edit("a failed case left out", r -> ((ArrayNode) r.at("/cases")).remove(3)),
                edit("a requirement left out", r -> ((ArrayNode) r.at("/requirements")).remove(2)),
                edit(
                        "a case twice",
                        r -> ((ArrayNode) r.at("/cases")).add(r.at("/cases/0").deepCopy())),
                edit("against the schema", r -> r.put("schemaVersion", "2")));
    }

    @Test
    void aTruncatedFileIsIncomplete() {
        String whole = JsonReport.of(SampleReport.good());

        ReportCheck.Result result = ReportCheck.of(whole.substring(0, whole.length() / 2));

        assertThat(result.complete()).isFalse();
        assertThat(result.defects()).isNotEmpty();
    }

    @Test
    void aRunThatWasStoppedIsIncomplete() {
        assertThat(ReportCheck.of(JsonReport.of(SampleReport.bad())).complete()).isFalse();
        assertThat(ReportCheck.of(JsonReport.of(SampleReport.good())).complete())
                .isTrue();
    }

    private static Arguments edit(String what, Consumer<ObjectNode> edit) {
        return Arguments.of(what, edit);
    }

    private static ObjectNode object(ObjectNode report, String pointer) {
        return (ObjectNode) report.at(pointer);
    }
}
