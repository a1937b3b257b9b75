package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.TheFeatures.CATALOGUE;
import static dev.imagestore.tck.conformance.TheFeatures.idsOf;
import static dev.imagestore.tck.conformance.TheFeatures.ruleIds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The specification holds together: what the features, the protocol page and the list of the untestable say adds up. */
class CatalogueTest {

    @Test
    void everyRequirementIsARuleOrStatedToHaveNone() throws IOException {
        System.out.printf(
                "specification: %d requirements covered by %d cases, %d without a case%n",
                CATALOGUE.rules().size(),
                CATALOGUE.cases().size(),
                CATALOGUE.uncovered().size());

        assertThat(Stream.concat(ruleIds(), CATALOGUE.uncovered().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(idsOf("docs/protocol.md"));
    }

    /** Printed for people; what it rests on is asserted: every profile judges, and every case is judged by one. */
    @Test
    void everyCaseIsAssertedByAProfile() {
        for (Profile profile : Profile.values()) {
            List<String> without = CATALOGUE.rules().stream()
                    .filter(rule -> !rule.assertedBy(profile))
                    .map(Rule::id)
                    .toList();
            int asserted = CATALOGUE.rules().size() - without.size();
            System.out.printf(
                    "%s: %d requirements asserted, %d covered elsewhere only: %s%n",
                    profile.word(), asserted, without.size(), String.join(" ", without));

            assertThat(asserted).as(profile.word()).isPositive();
        }

        assertThat(CATALOGUE.cases())
                .allSatisfy(c -> assertThat(Profile.values()).as(c.id()).anyMatch(c::in));
    }

    @Test
    void theProtocolPageHas231Requirements() throws IOException {
        assertThat(idsOf("docs/protocol.md")).hasSize(231).doesNotHaveDuplicates();
        assertThat(CATALOGUE.size()).isEqualTo(231);
    }

    @Test
    void noRequirementIsListedTwiceAsUncovered() throws IOException {
        assertThat(idsOf("features/untestable.md"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.uncovered().keySet());
    }

    @Test
    void everyUncoveredRequirementHasItsReason() {
        assertThat(CATALOGUE.uncovered())
                .allSatisfy((id, reason) -> assertThat(reason).as(id).isNotBlank());
    }

    @Test
    void everyRuleHasACase() {
        assertThat(CATALOGUE.rules())
                .allSatisfy(rule -> assertThat(rule.cases()).as(rule.id()).isNotEmpty());
    }

    @Test
    void everyScenarioIsACaseOfARule() {
        long scenarios = CATALOGUE.features().stream()
                .mapToLong(f -> f.getPickles().size())
                .sum();

        assertThat(CATALOGUE.cases()).hasSize((int) scenarios);
    }

    @Test
    void caseIdsAreUnique() {
        assertThat(CATALOGUE.cases()).extracting(Case::id).doesNotHaveDuplicates();
    }

    @Test
    void caseIdsAreARequirementAndASlug() {
        assertThat(CATALOGUE.cases())
                .extracting(Case::id)
                .allSatisfy(id -> assertThat(id).matches("[A-Z]{2,4}-\\d{2}/[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void everyRuleStatesItsSourceOrDerivation() {
        assertThat(CATALOGUE.rules())
                .allSatisfy(
                        rule -> assertThat(rule.description()).as(rule.id()).matches("(?s)(Source|Derivation): \\S.*"));
    }

    @Test
    void explanationsNameRules() {
        Set<String> known = new HashSet<>(ruleIds().toList());

        assertThat(CATALOGUE.rules())
                .allSatisfy(rule -> assertThat(causes(rule)).as(rule.id()).allMatch(known::contains));
    }

    @Test
    void noExplanationLeadsBackToItself() {
        assertThat(CATALOGUE.rules())
                .allSatisfy(rule -> assertThat(reachable(rule)).as(rule.id()).doesNotContain(rule.id()));
    }

    @Test
    void theGlobsOfARunChooseItsCases() {
        assertThat(CATALOGUE.selected(Cases.settings(List.of("CR-07", "DEL-*"), List.of("DEL-02/*"))))
                .extracting(Case::requirement)
                .contains("CR-07", "DEL-01")
                .doesNotContain("DEL-02")
                .allMatch(id -> id.equals("CR-07") || id.startsWith("DEL-"));
    }

    @Test
    void withoutGlobsEveryCaseIsChosen() {
        assertThat(CATALOGUE.selected(Cases.settings())).isEqualTo(CATALOGUE.cases());
    }

    @Test
    void theSameFeaturesHaveTheSameDigest() {
        assertThat(CATALOGUE.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(Catalogue.load().sha256());
    }

    private static Set<String> reachable(Rule from) {
        Set<String> reached = new HashSet<>();
        collect(from, reached);
        return reached;
    }

    private static void collect(Rule from, Set<String> reached) {
        for (String id : causes(from)) {
            if (reached.add(id)) {
                CATALOGUE.rule(id).ifPresent(rule -> collect(rule, reached));
            }
        }
    }

    private static List<String> causes(Rule rule) {
        return rule.requirement(Profile.DOCUMENTED).explainedBy();
    }
}
