package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.traffic.ApiRequest;
import dev.imagestore.tck.wire.PreparedRequest;
import java.util.ArrayList;
import java.util.List;

/** One exchange of a replay, from its plan to its end. Once handed over, what can change is the event loop's, but for one. */
final class Node {

    final long number;
    final Loop loop;
    final Exchange recorded;
    final ApiRequest api;
    final Action action;
    final Concern concern;
    final long startMicros;
    final long endMicros;
    final PreparedRequest request;
    final List<Node> dependents = new ArrayList<>(1);

    /** Whether its fate hung on the order of overlapping requests when it was recorded; set by who reads ahead. */
    volatile boolean raced;

    int waitingFor;
    long plannedNanos;

    /** Times are relative to the first exchange of the recording. */
    Node(
            long number,
            Loop loop,
            Exchange recorded,
            ApiRequest api,
            Action action,
            Concern concern,
            long startMicros,
            long endMicros,
            PreparedRequest request) {
        this.number = number;
        this.loop = loop;
        this.recorded = recorded;
        this.api = api;
        this.action = action;
        this.concern = concern;
        this.startMicros = startMicros;
        this.endMicros = endMicros;
        this.request = request;
    }

    /** Whether there was a server; one that reached none did nothing. */
    boolean reachedSomebody() {
        return recorded.ending() != Ending.REFUSED;
    }

    /** Lets the one that is being planned wait for this one; false if it does already. */
    boolean precedes(Node planned) {
        int count = dependents.size();
        return (count == 0 || dependents.get(count - 1) != planned) && dependents.add(planned);
    }
}
