package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.Failures;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseResultsTest {

    private final CheckFailed failure = new CheckFailed("400", "200");
    private final CaseLog log = new CaseLog();
    private final CaseResults results = new CaseResults(Cases.tagged("CR-07/a-case"), log, Duration.ofMillis(5));

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of(Undecided.untested("no oracle"), Outcome.UNTESTED, "no oracle"),
                Arguments.of(Undecided.inconclusive("no session"), Outcome.INCONCLUSIVE, "no session"),
                Arguments.of(Failures.targetLost("target lost"), Outcome.INCONCLUSIVE, "target lost"),
                Arguments.of(Failures.instrument("oracle: 500"), Outcome.ERROR, "oracle: 500"),
                Arguments.of(oops(), Outcome.ERROR, "an error of the suite: java.lang.IllegalStateException: oops"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndingHasTheSameOutcomeAtEveryLevel(Throwable ending, Outcome outcome, String reason) {
        for (Level level : Level.values()) {
            CaseResult result = results.ended(ending, level);

            assertThat(result.outcome()).isEqualTo(outcome);
            assertThat(result.reason()).contains(reason);
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndingOnAnotherThreadIsTheSame(Throwable ending, Outcome outcome, String reason) {
        assertThat(results.ended(new CompletionException(ending), Level.MUST))
                .isEqualTo(results.ended(ending, Level.MUST))
                .extracting(CaseResult::outcome, r -> r.reason().orElse(""))
                .containsExactly(outcome, reason);
    }

    @Test
    void aListingThatCannotBeReadIsInconclusive() {
        CaseResult result = results.ended(Failures.unreadableListing("a listing could not be read"), Level.MUST);

        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.reason()).contains("a listing could not be read");
    }

    @Test
    void aSizeThatIsRightIsNoPassWhereBytesAreThePoint() {
        log.checked();
        log.sawLengthOnly(true);

        CaseResult result = results.passed();

        assertThat(result.outcome()).isEqualTo(Outcome.UNTESTED);
        assertThat(result.reason())
                .contains("no content oracle: the size is right, but the stored bytes could not be seen");
    }

    @Test
    void aSizeThatShowsThePointIsAPassThatSaysSo() {
        log.checked();
        log.sawLengthOnly(true);

        CaseResult result = bySize().passed();

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.reason()).contains("seen by size: the stored bytes were not observed");
    }

    @Test
    void aSizeThatTwoFilesShareShowsNothing() {
        log.checked();
        log.sawLengthOnly(false);
        log.sawLengthOnly(true);

        assertThat(bySize().passed().outcome()).isEqualTo(Outcome.UNTESTED);
    }

    @Test
    void whatWasSeenInBytesIsAPassWithoutWords() {
        log.checked();

        assertThat(bySize().passed().reason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MUST, FAILED", "SHOULD, WARNED", "MAY, PASSED"})
    void aFailedCheckCountsByItsLevel(Level level, Outcome outcome) {
        assertThat(results.ended(failure, level).outcome()).isEqualTo(outcome);
    }

    @Test
    void aFailedCheckBringsItsEvidence() {
        log.exchanged(3);
        log.exchanged(4);

        CaseResult result = results.ended(failure, Level.MUST);

        assertThat(result.expected()).contains("400");
        assertThat(result.observed()).contains("200");
        assertThat(result.reason()).isEmpty();
        assertThat(result.exchanges()).containsExactly(3L, 4L);
    }

    @Test
    void aCheckCanBeAboutAnotherRequirement() {
        assertThat(results.ended(CheckFailed.about("CHK-18", "nothing", "a change"), Level.MUST)
                        .about())
                .contains("CHK-18");
    }

    @Test
    void aCheckAboutItsOwnRequirementIsNothingSpecial() {
        assertThat(results.ended(CheckFailed.about("CR-07", "nothing", "a change"), Level.MUST)
                        .about())
                .isEmpty();
    }

    @Test
    void aPassThatCheckedSomethingIsOne() {
        log.checked();

        assertThat(results.passed())
                .extracting(CaseResult::outcome, CaseResult::id, CaseResult::requirement)
                .containsExactly(Outcome.PASSED, "CR-07/a-case", "CR-07");
    }

    @Test
    void aPassThatCheckedNothingIsInconclusive() {
        log.warn("odd");

        assertThat(results.passed().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void aPassWithAWarningIsWarnedForTheFirstReason() {
        log.checked();
        log.warn("refused with 500");
        log.warn("refused with 501");

        CaseResult result = results.passed();

        assertThat(result.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(result.reason()).contains("refused with 500");
    }

    /** Without a trace, since it is logged. */
    private static Throwable oops() {
        Throwable oops = new IllegalStateException("oops");
        oops.setStackTrace(new StackTraceElement[0]);
        return oops;
    }

    private CaseResults bySize() {
        return new CaseResults(Cases.tagged("CR-07/a-case", "@oracle", "@by-size"), log, Duration.ofMillis(5));
    }
}
