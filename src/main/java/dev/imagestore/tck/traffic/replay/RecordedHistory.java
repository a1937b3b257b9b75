package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.model.Fate;
import dev.imagestore.tck.model.History;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What happened when the traffic was recorded, fed in the order of the starts. */
final class RecordedHistory {

    private record End(Node node, Fate fate) {

        long micros() {
            return node.endMicros;
        }

        long number() {
            return node.number;
        }
    }

    private final History history;
    private final PriorityQueue<End> ends =
            new PriorityQueue<>(Comparator.comparingLong(End::micros).thenComparingLong(End::number));

    RecordedHistory(boolean withContent) {
        history = new History(withContent);
    }

    void begin(Node node, Fate fate) {
        until(node.startMicros);
        history.begin(node.number, node.action);
        ends.add(new End(node, fate));
    }

    /** What was answered at the very moment when something began was answered before. */
    void until(long micros) {
        while (!ends.isEmpty() && ends.element().micros() <= micros) {
            End end = ends.remove();
            end.node().raced = history.raced(end.number());
            history.end(end.number(), end.fate());
        }
    }

    /** The path of a session that is open there and then. */
    Optional<String> pathOf(String session) {
        return history.pathOf(session);
    }

    /** Everything has ended. */
    History whole() {
        until(Long.MAX_VALUE);
        return history;
    }
}
