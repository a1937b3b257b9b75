package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.model.History;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.traffic.Rewriting;
import java.util.Optional;

/** One of the times that a recording is replayed: its own session ids, paths and order, and what happened in it. */
final class Loop {

    private final int number;
    private final Rewriting rewriting;
    private final RecordedHistory recorded;
    private final History live = new History(false);
    private final Causality causality = new Causality();

    Loop(ReplaySettings settings, int number) {
        this.number = number;
        this.rewriting = rewriting(settings, number);
        // What is to be stored in the end is the same for each.
        this.recorded = new RecordedHistory(settings.content().isPresent() && number == 0);
    }

    /** What it maps ids and paths by. */
    static Rewriting rewriting(ReplaySettings settings, int number) {
        String folder = "tck-replay-" + settings.runId() + (settings.loops() == 1 ? "" : "-" + (number + 1));
        return new Rewriting(folder, settings.seed());
    }

    /** The next exchange as it was recorded; one that reached no server did nothing. */
    void recorded(Node node, boolean reachedNobody) {
        if (!reachedNobody) {
            recorded.begin(node, ApiRequest.fate(node.recorded));
        }
    }

    /** There are no more: all that was recorded has ended. */
    void ended() {
        recorded.until(Long.MAX_VALUE);
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

    /** What was recorded, to its end. */
    History whole() {
        return recorded.whole();
    }

    /** The path of a session that is open in the recording where it is now. */
    Optional<String> pathOf(String session) {
        return recorded.now().pathOf(session);
    }
}
