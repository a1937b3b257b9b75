package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.sequence.Finding;
import dev.imagestore.tck.conformance.sequence.Sequences;
import dev.imagestore.tck.conformance.sequence.Target;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The random sequences of a run. Unless a number is asked for, a few are tried where no case has failed and none was left
 * out: what has failed already would make sequences fail as well.
 */
final class SequenceRun {

    private static final int FEW = 25;
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final RunSettings settings;
    private final RunContext context;

    SequenceRun(Catalogue catalogue, RunSettings settings, RunContext context) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.context = context;
    }

    /** The most bytes that it may send. */
    long mostBytes() {
        int most = most();
        return most == 0 ? 0 : (most + Sequences.MOST_RETRIALS) * Sequences.MOST_BYTES;
    }

    private int most() {
        boolean whole = settings.run().isEmpty()
                && settings.skip().isEmpty()
                && settings.shard().equals(Shard.WHOLE);
        return settings.sequences().orElse(whole ? FEW : 0);
    }

    /** @param soFar what came of the cases */
    Optional<Finding> run(List<CaseResult> soFar) {
        boolean failed = soFar.stream().anyMatch(r -> r.outcome() == Outcome.FAILED);
        boolean lost = context.subject().store().lost().isPresent();
        int count = settings.sequences().isEmpty() && failed ? 0 : most();
        if (count == 0 || lost || context.stopped().isPresent()) {
            return Optional.empty();
        }
        context.remains().published();
        Target target = new Target(
                context.subject(), this::isMust, settings.caseHeader(), settings.folder(), context.ledger()::exchanged);
        Instant until = Instant.now().plus(settings.sequences().isEmpty() ? SHORT : LONG);
        return new Sequences(target, settings.seed(), settings.parallel()).run(count, until);
    }

    private boolean isMust(String requirement) {
        return catalogue
                .rule(requirement)
                .flatMap(rule -> rule.level(settings.profile()))
                .filter(level -> level == Level.MUST)
                .isPresent();
    }
}
