package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The badge and the EARL report. */
class MachineReportsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theBadgeCountsByLevel() {
        JsonNode badge = JSON.readTree(BadgeReport.of(SampleReport.bad()));

        assertThat(badge.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(badge.path("label").asString()).isEqualTo("ImageStore documented");
        assertThat(badge.path("message").asString()).isEqualTo("non-conformant, incomplete: MUST 1/4, SHOULD 0/1");
        assertThat(badge.path("color").asString()).isEqualTo("red");
    }

    @Test
    void aConformantBadgeIsGreen() {
        JsonNode badge = JSON.readTree(BadgeReport.of(SampleReport.good()));

        assertThat(badge.path("message").asString()).isEqualTo("conformant: MUST 1/1");
        assertThat(badge.path("color").asString()).isEqualTo("brightgreen");
    }

    @Test
    void earlHasAnAssertionACase() {
        JsonNode graph = JSON.readTree(EarlReport.of(SampleReport.bad())).path("@graph");

        assertThat(graph).hasSize(2 + SampleReport.bad().cases().size());
        assertThat(outcome(graph, "COM-04/gap")).isEqualTo("earl:failed");
        assertThat(outcome(graph, "LST-01/slash")).isEqualTo("earl:failed");
        assertThat(outcome(graph, "EXP-01/late")).isEqualTo("earl:untested");
        assertThat(outcome(graph, "SEC-01/oracle")).isEqualTo("earl:cantTell");
        assertThat(outcome(graph, "SEC-03/copy")).isEqualTo("earl:inapplicable");
        assertThat(outcome(graph, "CR-07/first")).isEqualTo("earl:passed");
    }

    @Test
    void earlSurvivesAHostileTarget() {
        String earl = EarlReport.of(SampleReport.hostile(Hostile.TEXT));

        assertThat(Hostile.acts(earl)).isFalse();
        assertThat(JSON.readTree(earl)
                        .path("@graph")
                        .path(2)
                        .at("/earl:result/earl:info")
                        .asString())
                .contains("<script>");
    }

    private static String outcome(JsonNode graph, String caseId) {
        return graph.valueStream()
                .filter(n -> n.at("/earl:test/dcterms:title").asString("").equals(caseId))
                .findFirst()
                .orElseThrow()
                .at("/earl:result/earl:outcome/@id")
                .asString();
    }
}
