package dev.imagestore.tck.verdict;

import dev.imagestore.tck.protocol.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one case.
 *
 * @param id such as {@code CR-07/last-equals-length}
 * @param requirement the requirement that the case belongs to
 * @param about other requirements that the failed check is a witness of, nearest first
 * @param known whether the outcome was announced beforehand in a list of known failures
 * @param reason why, for an outcome that is neither {@link Outcome#PASSED} nor said by expected and observed
 * @param proof what was expected, as data, where a check can be made again outside the suite
 * @param recurrence of a failure that was not expected, if its case was run again
 * @param exchanges numbers of the case's exchanges in the recording
 */
public record CaseResult(
        String id,
        String requirement,
        Outcome outcome,
        List<String> about,
        boolean known,
        Optional<String> reason,
        Optional<String> expected,
        Optional<String> observed,
        Optional<Expectation> proof,
        Optional<Recurrence> recurrence,
        List<Long> exchanges,
        Duration duration) {

    public CaseResult {
        about = List.copyOf(about);
        exchanges = List.copyOf(exchanges);
    }

    /** The same result, announced beforehand. */
    CaseResult asKnown() {
        return new CaseResult(
                id,
                requirement,
                outcome,
                about,
                true,
                reason,
                expected,
                observed,
                proof,
                recurrence,
                exchanges,
                duration);
    }

    /** The same failure, and how it came again. */
    public CaseResult recurring(Recurrence how) {
        return new CaseResult(
                id,
                requirement,
                outcome,
                about,
                known,
                reason,
                expected,
                observed,
                proof,
                Optional.of(how),
                exchanges,
                duration);
    }

    /** A result whose case was not run again. */
    public CaseResult(
            String id,
            String requirement,
            Outcome outcome,
            List<String> about,
            boolean known,
            Optional<String> reason,
            Optional<String> expected,
            Optional<String> observed,
            Optional<Expectation> proof,
            List<Long> exchanges,
            Duration duration) {
        this(
                id,
                requirement,
                outcome,
                about,
                known,
                reason,
                expected,
                observed,
                proof,
                Optional.empty(),
                exchanges,
                duration);
    }

    /** Inconclusive in place of a failure, for what was seen in the case says nothing of the target. */
    public CaseResult withdrawn(String why) {
        return outcome == Outcome.FAILED
                ? new CaseResult(
                        id,
                        requirement,
                        Outcome.INCONCLUSIVE,
                        List.of(),
                        false,
                        Optional.of(why),
                        Optional.empty(),
                        Optional.empty(),
                        exchanges,
                        duration)
                : this;
    }

    /** A result whose check cannot be made again outside the suite. */
    public CaseResult(
            String id,
            String requirement,
            Outcome outcome,
            List<String> about,
            boolean known,
            Optional<String> reason,
            Optional<String> expected,
            Optional<String> observed,
            List<Long> exchanges,
            Duration duration) {
        this(id, requirement, outcome, about, known, reason, expected, observed, Optional.empty(), exchanges, duration);
    }

    /** The same, in a recording in which that many exchanges precede those of its own. */
    public CaseResult withExchangesFrom(long offset) {
        List<Long> moved = exchanges.stream().map(number -> number + offset).toList();
        return new CaseResult(
                id, requirement, outcome, about, known, reason, expected, observed, proof, recurrence, moved, duration);
    }
}
