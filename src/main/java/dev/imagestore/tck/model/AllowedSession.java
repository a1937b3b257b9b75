package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answers to a query that are right for one session, as a set: which chunks count depends on what was in flight.
 *
 * @param exists whether it has to be there
 * @param mayExist whether it may be there
 * @param surely what was certainly received
 * @param maybe chunks of which each may have been received as a whole, or not at all
 * @param mayBeWhole whether it may be described as complete, having been committed
 * @param predicted whether anything is known at all; if not, every answer is right
 */
public record AllowedSession(
        Set<String> paths,
        Set<Long> lengths,
        boolean exists,
        boolean mayExist,
        RangeSet surely,
        List<RangeSet> maybe,
        boolean mayBeWhole,
        boolean predicted) {

    public AllowedSession {
        paths = Set.copyOf(paths);
        lengths = Set.copyOf(lengths);
        maybe = List.copyOf(maybe);
    }

    /** One that never was. */
    static AllowedSession none() {
        return new AllowedSession(Set.of(), Set.of(), false, false, RangeSet.EMPTY, List.of(), false, true);
    }

    /** One that received what is not understood. */
    static AllowedSession unpredicted() {
        return new AllowedSession(Set.of(), Set.of(), false, true, RangeSet.EMPTY, List.of(), true, false);
    }

    /** One that was committed; some servers go on describing it. */
    static AllowedSession committed(String path, long length) {
        return new AllowedSession(
                Set.of(path), Set.of(length), false, true, RangeSet.whole(length), List.of(), true, true);
    }

    /** What was received if every chunk was that may have been. */
    public RangeSet most() {
        return maybe.stream().reduce(surely, RangeSet::plus);
    }

    /** What is wrong with that description, or with there being none; empty when it is right. */
    public Optional<String> complaint(Optional<SessionDescription> described) {
        if (!predicted) {
            return Optional.empty();
        }
        if (described.isEmpty()) {
            return exists ? Optional.of("the session is not there") : Optional.empty();
        }
        SessionDescription session = described.get();
        if (!mayExist) {
            return Optional.of("a session is there that should not be");
        }
        if (!paths.contains(session.path())) {
            return Optional.of("it is for the path %s".formatted(session.path()));
        }
        if (!lengths.contains(session.fileSize())) {
            return Optional.of("it is for a file of %d bytes".formatted(session.fileSize()));
        }
        RangeSet whole = RangeSet.whole(session.fileSize());
        if (!whole.containsAll(session.missing())) {
            return Optional.of("it expects bytes beyond the file: %s".formatted(session.missing()));
        }
        RangeSet received = whole.minus(session.missing());
        if (received.equals(whole) && mayBeWhole) {
            return Optional.empty();
        }
        return received(received);
    }

    private Optional<String> received(RangeSet received) {
        if (!received.containsAll(surely)) {
            return Optional.of("it still expects bytes that were received: %s".formatted(surely.minus(received)));
        }
        RangeSet explained = surely;
        for (RangeSet chunk : maybe) {
            if (received.containsAll(chunk)) {
                explained = explained.plus(chunk);
            }
        }
        RangeSet invented = received.minus(explained);
        return invented.isEmpty()
                ? Optional.empty()
                : Optional.of("it no longer expects bytes that no whole chunk brought: %s".formatted(invented));
    }

    /** What would have been right, for people. */
    @Override
    public String toString() {
        if (!mayExist) {
            return "no session";
        }
        String received = surely.isEmpty() && maybe.isEmpty() ? "nothing" : surely.toString();
        String perhaps = maybe.isEmpty() ? "" : ", perhaps also " + maybe;
        return "%s session that received %s%s".formatted(exists ? "a" : "no session, or a", received, perhaps);
    }
}
