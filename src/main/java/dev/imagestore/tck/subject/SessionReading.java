package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.SessionDescription;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;

/**
 * What a query by id brought.
 *
 * @param response the answer as REST-assured has it; empty when there was none
 * @param defects where the description departs from the documented model
 */
public record SessionReading(
        State state,
        Optional<SessionDescription> session,
        List<String> defects,
        Optional<Response> response,
        String observed) {

    public SessionReading {
        defects = List.copyOf(defects);
    }

    /** The three things that a client can learn of sessions. */
    public enum State {
        /** Described. */
        KNOWN,
        /** Not there: 204, an empty list, or a refusal. */
        UNKNOWN,
        /** The answer says neither. */
        UNREADABLE
    }

    /** Reads the answer to a query of the session with that id. */
    public static SessionReading of(String sessionId, Exchange exchange, Optional<Response> response) {
        SessionListing listing = SessionListing.of(exchange);
        Optional<SessionDescription> session =
                listing.sessions().stream().filter(s -> s.isOf(sessionId)).findFirst();
        boolean ofOthers = listing.state() == State.KNOWN && session.isEmpty();
        State state = ofOthers ? State.UNREADABLE : listing.state();
        return new SessionReading(state, session, listing.defects(), response, listing.observed());
    }

    /** Whether both readings tell a client the same. */
    public boolean sameAs(SessionReading other) {
        return state == other.state && meaning().equals(other.meaning());
    }

    /** What the session says of itself, for people. */
    @Override
    public String toString() {
        return switch (state) {
            case KNOWN ->
                session.map(s -> "a session for %s, %d bytes, that still expects %s"
                                .formatted(s.path(), s.fileSize(), s.missing()))
                        .orElseThrow();
            case UNKNOWN -> "no session (" + observed + ")";
            case UNREADABLE -> "no description of the session (" + observed + ")";
        };
    }

    private Optional<List<Object>> meaning() {
        return session.map(s -> List.of(s.path(), s.fileSize(), s.missing()));
    }
}
