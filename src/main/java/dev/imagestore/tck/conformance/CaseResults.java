package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.InstrumentException;
import dev.imagestore.tck.subject.TargetLostException;
import dev.imagestore.tck.subject.UnreadableListingException;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results that one case can have. */
final class CaseResults {

    private static final Logger LOG = LoggerFactory.getLogger(CaseResults.class);

    private final Case of;
    private final CaseLog log;
    private final Duration duration;

    CaseResults(Case of, CaseLog log, Duration duration) {
        this.of = of;
        this.log = log;
        this.duration = duration;
    }

    /** Every step went through; that counts only if something was held against an expectation. */
    CaseResult passed() {
        if (log.vacuous()) {
            return result(Outcome.INCONCLUSIVE, Optional.of("nothing that came from the target was checked"));
        }
        return log.warning()
                .map(warning -> result(Outcome.WARNED, Optional.of(warning)))
                .or(() -> log.lengthsTell().map(tell -> tell && of.bySize() ? passedBySize() : sizeIsRight()))
                .orElseGet(() -> result(Outcome.PASSED, Optional.empty()));
    }

    private CaseResult passedBySize() {
        return result(Outcome.PASSED, Optional.of("seen by size: the stored bytes were not observed"));
    }

    private CaseResult sizeIsRight() {
        return result(
                Outcome.UNTESTED,
                Optional.of("no content oracle: the size is right, but the stored bytes could not be seen"));
    }

    CaseResult error(String reason) {
        return result(Outcome.ERROR, Optional.of(reason));
    }

    /** Not run, for a reason that is known beforehand. */
    CaseResult decided(Outcome outcome, String reason) {
        return result(outcome, Optional.of(reason));
    }

    /** A step ended the scenario with that. */
    CaseResult ended(Throwable thrown, Level level) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof CheckFailed failed) {
            return failed(failed, level);
        }
        if (cause instanceof Undecided undecided) {
            return result(undecided.outcome(), Optional.of(String.valueOf(undecided.getMessage())));
        }
        if (cause instanceof TargetLostException || cause instanceof UnreadableListingException) {
            return result(Outcome.INCONCLUSIVE, Optional.of(String.valueOf(cause.getMessage())));
        }
        if (cause instanceof InstrumentException instrument) {
            return error(String.valueOf(instrument.getMessage()));
        }
        LOG.error("{} ended in an error of the suite", of.id(), cause);
        return error("an error of the suite: " + cause);
    }

    private CaseResult failed(CheckFailed failed, Level level) {
        Outcome outcome = switch (level) {
            case MUST -> Outcome.FAILED;
            case SHOULD -> Outcome.WARNED;
            case MAY -> Outcome.PASSED;
        };
        return new CaseResult(
                of.id(),
                of.requirement(),
                outcome,
                witnessed(failed),
                false,
                Optional.empty(),
                Optional.of(failed.expected()),
                Optional.of(failed.observed()),
                failed.proof(),
                log.exchanges(),
                duration);
    }

    /** What the check is about, what else was noticed, what the case is about; but for the case's own requirement. */
    private List<String> witnessed(CheckFailed failed) {
        return Stream.of(failed.about().stream(), log.witnessed().stream(), of.about().stream())
                .flatMap(ids -> ids)
                .filter(id -> !id.equals(of.requirement()))
                .distinct()
                .toList();
    }

    private CaseResult result(Outcome outcome, Optional<String> reason) {
        return new CaseResult(
                of.id(),
                of.requirement(),
                outcome,
                List.of(),
                false,
                reason,
                Optional.empty(),
                Optional.empty(),
                log.exchanges(),
                duration);
    }
}
