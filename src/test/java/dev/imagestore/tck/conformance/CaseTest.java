package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.Cases.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.verdict.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTest {

    private static final Case CASE = tagged("CR-07/last-equals-length");

    @ParameterizedTest
    @ValueSource(
            strings = {"CR-07", "CR-*", "*", "CR-0?", "CR-07/last-equals-length", "CR-07/last-*", "*/last-*", "CR-07*"})
    void aGlobMatchesTheIdOrTheRequirement(String glob) {
        assertThat(CASE.matches(glob)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CR-0", "CR-7", "cr-07", "CR-07/", "CR-07/last", "CR-?", "R-07", "CR.07", "CR-0[7]"})
    void aGlobMatchesAsAWholeAndLiterally(String glob) {
        assertThat(CASE.matches(glob)).isFalse();
    }

    @Test
    void aCaseWithoutALevelIsAMust() {
        assertThat(CASE.level(Profile.DOCUMENTED)).isEqualTo(Level.MUST);
    }

    @Test
    void aCaseWithoutAProfileIsInEach() {
        assertThat(Profile.values()).allMatch(CASE::in);
    }

    @Test
    void onlyATaggedCaseMovesTheTargetsTime() {
        assertThat(tagged("EXP-01/a", "@clock").needsClock()).isTrue();
        assertThat(CASE.needsClock()).isFalse();
    }

    @Test
    void aCaseOfAProfileIsInNoOther() {
        Case strict = tagged("CR-07/a", "@profile:strict-http");

        assertThat(strict.in(Profile.STRICT_HTTP)).isTrue();
        assertThat(strict.in(Profile.DOCUMENTED)).isFalse();
    }

    @Test
    void theNeedsOfRuleAndScenarioAddUp() {
        assertThat(tagged("CR-07/a", "@needs:commit", "@needs:get-session").needs())
                .startsWith(Operation.COMMIT, Operation.GET_SESSION);
    }

    @Test
    void aCaseNeedsChunksUnlessItIsAboutContent() {
        assertThat(CASE.needs()).containsExactly(Operation.UPLOAD_CHUNK);
        assertThat(tagged("DEL-01/a", "@needs:delete-session").needs()).contains(Operation.UPLOAD_CHUNK);
        assertThat(tagged("GET-01/a", "@needs:list").needs()).containsExactly(Operation.LIST);
    }

    @Test
    void theTagsSayHowMuchIsStoredAndDeclared() {
        Case big = tagged("CR-07/a", "@stores:24MiB", "@declares:8EiB");

        assertThat(big.stores()).isEqualTo(24L << 20);
        assertThat(big.declares()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCaseAboutTheWholeRunStoresNothing() {
        Case last = tagged("CR-07/a", "@last");

        assertThat(last.stores()).isZero();
        assertThat(last.declares()).isZero();
    }
}
