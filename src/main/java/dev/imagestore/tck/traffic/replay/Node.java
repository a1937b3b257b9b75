package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.wire.LaneRequest;
import java.util.ArrayList;
import java.util.List;

/** One exchange of a replay, from its plan to its end. What can change is confined to the event loop of the replay. */
final class Node {

    final long number;
    final int loop;
    final Exchange recorded;
    final ApiRequest api;
    final Action action;
    final long startMicros;
    final long endMicros;
    final LaneRequest request;
    final List<Node> dependents = new ArrayList<>(1);

    Concern concern = Concern.NOTHING;

    /** Whether its fate hung on the order of overlapping requests when it was recorded. */
    boolean raced;

    int waitingFor;
    long plannedNanos;

    /** Times are relative to the first exchange of the recording. */
    Node(
            long number,
            int loop,
            Exchange recorded,
            ApiRequest api,
            Action action,
            long startMicros,
            long endMicros,
            LaneRequest request) {
        this.number = number;
        this.loop = loop;
        this.recorded = recorded;
        this.api = api;
        this.action = action;
        this.startMicros = startMicros;
        this.endMicros = endMicros;
        this.request = request;
    }

    /** Lets the one that is being planned wait for this one; false if it does already. */
    boolean precedes(Node planned) {
        int count = dependents.size();
        return (count == 0 || dependents.get(count - 1) != planned) && dependents.add(planned);
    }
}
