package dev.imagestore.tck.verdict;

import static dev.imagestore.tck.verdict.Results.failed;
import static dev.imagestore.tck.verdict.Results.known;
import static dev.imagestore.tck.verdict.Results.must;
import static dev.imagestore.tck.verdict.Results.passed;
import static dev.imagestore.tck.verdict.Results.result;
import static dev.imagestore.tck.verdict.Results.should;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.imagestore.tck.verdict.Verdict.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Circumstances ORDINARY = new Circumstances(
            "documented", 231, ContentObserved.BYTES, Optional.empty(), Optional.empty(), false, false);
    private static final Circumstances STRICT = new Circumstances(
            "documented", 231, ContentObserved.BYTES, Optional.empty(), Optional.empty(), true, false);
    private static final Circumstances REQUIRE_OBSERVED =
            new Circumstances("documented", 231, ContentObserved.NONE, Optional.empty(), Optional.empty(), false, true);
    private static final Circumstances LOST = new Circumstances(
            "documented",
            231,
            ContentObserved.BYTES,
            Optional.of("the target went away"),
            Optional.empty(),
            false,
            false);
    private static final Circumstances VACUOUS = new Circumstances(
            "documented",
            231,
            ContentObserved.BYTES,
            Optional.empty(),
            Optional.of("every answer was the same"),
            false,
            false);

    private static final List<Requirement> CATALOGUE =
            List.of(must("CR-01"), must("CR-02"), should("CR-03"), must("CR-04"));

    @Test
    void aRequirementHasTheWorstOfItsCases() {
        List<RequirementResult> results = Judge.requirements(
                CATALOGUE,
                List.of(passed("CR-02/a"), result("CR-02/b", Outcome.UNTESTED), passed("CR-01/a"), passed("CR-02/c")));

        assertThat(results)
                .extracting(RequirementResult::id, RequirementResult::outcome)
                .containsExactly(tuple("CR-01", Outcome.PASSED), tuple("CR-02", Outcome.UNTESTED));
        assertThat(results.get(1).cases()).extracting(CaseResult::id).containsExactly("CR-02/a", "CR-02/b", "CR-02/c");
    }

    @Test
    void aCaseOfNoRequirementIsNotLost() {
        assertThatThrownBy(() -> Judge.requirements(CATALOGUE, List.of(passed("CR-01/a"), failed("XX-99/a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XX-99");
    }

    @Test
    void allPassedIsConformant() {
        assertVerdict(verdict(ORDINARY, passed("CR-01/a")), Status.CONFORMANT, 0);
    }

    @Test
    void aWarningDoesNotCount() {
        assertVerdict(verdict(ORDINARY, passed("CR-01/a"), result("CR-03/a", Outcome.WARNED)), Status.CONFORMANT, 0);
    }

    @Test
    void aFailedMustIsNonConformant() {
        Verdict verdict = verdict(ORDINARY, passed("CR-01/a"), failed("CR-02/a"));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-02");
    }

    @Test
    void anAnnouncedFailureIsConformantButKnown() {
        Verdict verdict = verdict(ORDINARY, passed("CR-01/a"), known(failed("CR-02/a")));

        assertVerdict(verdict, Status.CONFORMANT_BUT_KNOWN, 0);
    }

    @Test
    void anAnnouncedFailureDoesNotHideAnotherOfItsRequirement() {
        Verdict verdict = verdict(ORDINARY, passed("CR-01/a"), known(failed("CR-02/a")), failed("CR-02/b"));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-02");
    }

    @Test
    void anErrorOfOursIsNoVerdict() {
        assertVerdict(verdict(ORDINARY, passed("CR-01/a"), result("CR-02/a", Outcome.ERROR)), Status.ERROR, 5);
    }

    @Test
    void aFailedMustOutweighsAnErrorOfOurs() {
        Verdict verdict = verdict(ORDINARY, failed("CR-01/a"), result("CR-01/b", Outcome.ERROR));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-01");
    }

    @Test
    void aLostTargetIsNoVerdict() {
        assertVerdict(verdict(LOST, passed("CR-01/a")), Status.ERROR, 3);
    }

    @Test
    void aTargetLostBeforeAnyCaseIsNoVerdict() {
        assertVerdict(verdict(LOST), Status.ERROR, 3);
    }

    @Test
    void aFailedMustOutweighsTheLossOfTheTarget() {
        assertVerdict(verdict(LOST, passed("CR-01/a"), failed("CR-02/a")), Status.NON_CONFORMANT, 1, "CR-02");
    }

    @Test
    void anAnnouncedFailureDoesNotHideTheLossOfTheTarget() {
        assertVerdict(verdict(LOST, passed("CR-01/a"), known(failed("CR-02/a"))), Status.ERROR, 3);
    }

    @Test
    void anInconclusiveCaseMakesTheRunInconclusive() {
        assertVerdict(
                verdict(ORDINARY, passed("CR-01/a"), result("CR-02/a", Outcome.INCONCLUSIVE)), Status.INCONCLUSIVE, 4);
    }

    @Test
    void nothingAtAllIsInconclusive() {
        assertVerdict(verdict(ORDINARY), Status.INCONCLUSIVE, 4);
    }

    @Test
    void nothingPassedIsInconclusive() {
        assertVerdict(
                verdict(
                        ORDINARY,
                        known(failed("CR-01/a")),
                        result("CR-02/a", Outcome.INAPPLICABLE),
                        result("CR-03/a", Outcome.WARNED)),
                Status.INCONCLUSIVE,
                4);
    }

    @Test
    void passesThatCannotCountAreInconclusive() {
        assertVerdict(verdict(VACUOUS, passed("CR-01/a")), Status.INCONCLUSIVE, 4);
    }

    @Test
    void aFailedMustOutweighsVacuity() {
        assertVerdict(verdict(VACUOUS, passed("CR-01/a"), failed("CR-02/a")), Status.NON_CONFORMANT, 1, "CR-02");
    }

    @Test
    void anUntestedMustIsForgivenUnlessItHasToBeObserved() {
        List<CaseResult> cases = List.of(passed("CR-01/a"), result("CR-02/a", Outcome.UNTESTED));

        assertVerdict(verdict(ORDINARY, cases), Status.CONFORMANT, 0);
        assertVerdict(verdict(REQUIRE_OBSERVED, cases), Status.INCONCLUSIVE, 4);
    }

    @Test
    void anUntestedShouldNeedNotBeObserved() {
        assertVerdict(
                verdict(REQUIRE_OBSERVED, passed("CR-01/a"), result("CR-03/a", Outcome.UNTESTED)),
                Status.CONFORMANT,
                0);
    }

    @Test
    void strictBlamesAWarning() {
        Verdict verdict = verdict(STRICT, passed("CR-01/a"), result("CR-03/a", Outcome.WARNED), failed("CR-04/a"));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-04", "CR-03");
    }

    @Test
    void strictBlamesAWarningBesideWorse() {
        Verdict verdict = verdict(
                STRICT, passed("CR-01/a"), result("CR-03/a", Outcome.WARNED), result("CR-03/b", Outcome.INCONCLUSIVE));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-03");
    }

    @Test
    void strictForgivesAnAnnouncedWarning() {
        Verdict verdict = verdict(STRICT, passed("CR-01/a"), known(result("CR-03/a", Outcome.WARNED)));

        assertVerdict(verdict, Status.CONFORMANT_BUT_KNOWN, 0);
    }

    @Test
    void strictDoesNotBlameAnAnnouncedWarning() {
        Verdict verdict = verdict(STRICT, failed("CR-01/a"), known(result("CR-03/a", Outcome.WARNED)));

        assertVerdict(verdict, Status.NON_CONFORMANT, 1, "CR-01");
    }

    @Test
    void theSentenceSaysWhatWasJudgedAndWhatRemainsOpen() {
        Verdict verdict = verdict(
                ORDINARY, passed("CR-01/a"), result("CR-02/a", Outcome.UNTESTED), result("CR-03/a", Outcome.WARNED));

        assertThat(verdict.sentence())
                .isEqualTo("conformant to `documented`: 2 of 231 requirements judged; stored bytes observed; 1 warned;"
                        + " 1 MUST untested");
    }

    @Test
    void theSentenceNamesWhatIsBroken() {
        Verdict verdict = verdict(LOST, failed("CR-02/a"), passed("CR-01/a"));

        assertThat(verdict.sentence())
                .startsWith("NOT conformant to `documented`: 2 of 231 requirements judged; the target went away;"
                        + " broken: CR-02;");
    }

    private static Verdict verdict(Circumstances circumstances, CaseResult... cases) {
        return verdict(circumstances, List.of(cases));
    }

    private static Verdict verdict(Circumstances circumstances, List<CaseResult> cases) {
        return Judge.verdict(Judge.requirements(CATALOGUE, cases), circumstances);
    }

    private static void assertVerdict(Verdict verdict, Status status, int exitCode, String... blamed) {
        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.exitCode()).isEqualTo(exitCode);
        assertThat(verdict.blamed()).containsExactly(blamed);
    }
}
