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
    final List<String> keys = new ArrayList<>(2);

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
}
