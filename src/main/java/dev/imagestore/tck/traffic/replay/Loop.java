package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.model.History;
import dev.imagestore.tck.traffic.Rewriting;

/** One of the times that a recording is replayed: its own session ids, paths and order, and what happened in it. */
final class Loop {

    private final int number;
    private final Rewriting rewriting;
    private final RecordedHistory recorded;
    private final History live = new History(false);
    private final Causality causality = new Causality();

    Loop(int number, Rewriting rewriting, boolean withContent) {
        this.number = number;
        this.rewriting = rewriting;
        this.recorded = new RecordedHistory(withContent);
    }

    /** That one of all that are to be made, counted from 0. */
    static Loop of(ReplaySettings settings, int number) {
        String folder = "tck-replay-" + settings.runId() + (settings.loops() == 1 ? "" : "-" + (number + 1));
        // What is to be stored in the end is the same for each.
        return new Loop(
                number,
                new Rewriting(folder, settings.seed()),
                settings.content().isPresent() && number == 0);
    }

    /** What was recorded, as far as it is read; confined to who reads until that is done. */
    RecordedHistory recorded() {
        return recorded;
    }

    int number() {
        return number;
    }

    Rewriting rewriting() {
        return rewriting;
    }

    /** What happens at the target. */
    History live() {
        return live;
    }

    /** What waits for what. */
    Causality causality() {
        return causality;
    }
}
