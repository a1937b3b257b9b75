package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonReportTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void reportsKeepToThePublishedSchema() {
        assertThat(violations(JsonReport.of(SampleReport.good()))).isEmpty();
        assertThat(violations(JsonReport.of(SampleReport.bad()))).isEmpty();
        assertThat(violations(JsonReport.of(SampleReport.hostile(Hostile.TEXT))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenReportsAreRefused(String what, Consumer<ObjectNode> damage) {
        ObjectNode report = tree(SampleReport.bad());

        damage.accept(report);

        assertThat(violations(report.toString())).as(what).isNotEmpty();
    }

    static Stream<Arguments> brokenReportsAreRefused() {
        return Stream.of(
                damage("no verdict", r -> r.remove("verdict")),
                damage("no exit code", r -> object(r, "/verdict").remove("exitCode")),
                damage("exit code 9", r -> object(r, "/verdict").put("exitCode", 9)),
                damage(
                        "non-conformant with exit code 0",
                        r -> object(r, "/verdict").put("exitCode", 0)),
                damage("unknown status", r -> object(r, "/verdict").put("status", "fine")),
                damage("unknown outcome of a case", r -> object(r, "/cases/0").put("outcome", "skipped")),
                damage(
                        "unknown outcome of a requirement",
                        r -> object(r, "/requirements/0").put("outcome", "PASSED")),
                damage("unknown level", r -> object(r, "/requirements/0").put("level", "MIGHT")),
                damage("odd requirement id", r -> object(r, "/requirements/0").put("id", "CR-7")),
                damage("odd case id", r -> object(r, "/cases/0").put("id", "CR-07/First Case")),
                damage("odd explanation", r -> object(r, "/requirements/0").put("explainedBy", "")),
                damage("unknown field", r -> r.put("extra", true)),
                damage("unknown field of a case", r -> object(r, "/cases/0").put("extra", true)),
                damage("absent instead of null", r -> object(r, "/cases/0").remove("reason")),
                damage("missing count", r -> object(r, "/counts/MUST").remove("failed")),
                damage("negative duration", r -> object(r, "/cases/0").put("durationMs", -1)),
                damage("another schema", r -> r.put("schemaVersion", "2")));
    }

    @Test
    void fieldsHaveAStableOrder() {
        ObjectNode report = tree(SampleReport.bad());

        assertThat(report.propertyNames())
                .containsExactly(
                        "schemaVersion",
                        "suite",
                        "run",
                        "target",
                        "verdict",
                        "circumstances",
                        "requirements",
                        "cases",
                        "counts",
                        "catalogued",
                        "changes",
                        "leftBehind");
        assertThat(object(report, "/verdict").propertyNames())
                .containsExactly("status", "exitCode", "blamed", "observed", "unmet", "sentence");
        assertThat(JsonReport.of(SampleReport.bad())).isEqualTo(JsonReport.of(SampleReport.bad()));
    }

    @Test
    void aFailureIsToldWhole() {
        ObjectNode report = tree(SampleReport.bad());

        assertThat(report.at("/verdict").toString())
                .startsWith("{\"status\":\"non-conformant\",\"exitCode\":1,\"blamed\":[\"COM-04\"],"
                        + "\"observed\":{\"content\":\"bytes\"},");
        assertThat(report.at("/cases/2").toString())
                .isEqualTo("{\"id\":\"COM-04/gap\",\"requirement\":\"COM-04\",\"outcome\":\"failed\",\"about\":[],"
                        + "\"known\":false,\"reason\":\"because\",\"expected\":\"400\",\"observed\":\"200\","
                        + "\"recurrence\":null,\"exchanges\":[3,4],\"durationMs\":5}");
        assertThat(report.at("/requirements/3/explainedBy").asString()).isEqualTo("COM-04");
        assertThat(report.at("/requirements/2/explainedBy").isNull()).isTrue();
        assertThat(report.at("/requirements/2/cases")).hasSize(5);
    }

    @Test
    void countsAreThoseOfRequirements() {
        ObjectNode report = tree(SampleReport.bad());

        assertThat(report.at("/counts/MUST").toString())
                .isEqualTo("{\"error\":1,\"failed\":3,\"inconclusive\":1,\"warned\":0,\"untested\":2,\"passed\":1,"
                        + "\"inapplicable\":1}");
        assertThat(report.at("/counts/SHOULD/warned").asInt()).isEqualTo(1);
        assertThat(report.at("/run/complete").asBoolean()).isFalse();
    }

    @Test
    void hostileTextSurvivesAndIsHarmless() {
        String json = JsonReport.of(SampleReport.hostile(Hostile.TEXT));

        assertThat(Hostile.acts(json)).isFalse();
        assertThat(MAPPER.readTree(json).at("/cases/0/observed").asString()).isEqualTo(Hostile.TEXT);
    }

    private static Arguments damage(String what, Consumer<ObjectNode> damage) {
        return Arguments.of(what, damage);
    }

    private static ObjectNode tree(Report report) {
        return (ObjectNode) MAPPER.readTree(JsonReport.of(report));
    }

    private static ObjectNode object(JsonNode report, String pointer) {
        return (ObjectNode) report.at(pointer);
    }

    private static List<Error> violations(String json) {
        try (InputStream in = ReportFiles.class.getResourceAsStream("conformance-report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
