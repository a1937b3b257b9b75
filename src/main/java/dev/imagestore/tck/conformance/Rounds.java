package dev.imagestore.tck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** A race that is run a few times, and then judged. */
final class Rounds {

    private static final int ROUNDS = 3;

    private final Expectations expect;
    private final List<Round> rounds = new ArrayList<>();

    /**
     * One race.
     *
     * @param old what was there before, if anything
     * @param upload what the race is about
     */
    record Round(Heat heat, Optional<Upload> old, Upload upload) {}

    Rounds(Expectations expect) {
        this.expect = expect;
    }

    /** A target that lets a race hang is not asked again: every silence costs a time-out. */
    void repeat(IntFunction<Round> round) {
        for (int i = 0; i < ROUNDS && rounds.stream().allMatch(r -> r.heat().isOver()); i++) {
            rounds.add(round.apply(i));
        }
    }

    void each(Consumer<Round> checks) {
        rounds.forEach(round -> round.heat().check(() -> {
            expect.check(round.heat().isOver(), "an answer to every request", "none, in time, to one of them");
            checks.accept(round);
        }));
    }
}
