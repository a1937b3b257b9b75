package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.protocol.SessionsAnswer;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
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

    /** The three things that a client can learn of a session. */
    public enum State {
        /** Described. */
        KNOWN,
        /** Not there: 204, an empty list, or a refusal. */
        UNKNOWN,
        /** The answer says neither. */
        UNREADABLE
    }

    static SessionReading of(String sessionId, Exchange exchange, Optional<Response> response) {
        String observed = Description.of(exchange);
        int status = exchange.answered() ? exchange.status().orElse(0) : 0;
        if (status == 204 || (status >= 300 && status < 500)) {
            return new SessionReading(State.UNKNOWN, Optional.empty(), List.of(), response, observed);
        }
        if (status != 200) {
            return new SessionReading(State.UNREADABLE, Optional.empty(), List.of(), response, observed);
        }
        SessionsAnswer answer =
                SessionsAnswer.parse(exchange.answer().orElseThrow().text());
        Optional<SessionDescription> session = answer.sessions().stream()
                .filter(s -> sameId(s.sessionId(), sessionId))
                .findFirst();
        State state = session.isPresent() ? State.KNOWN : nothingIn(answer) ? State.UNKNOWN : State.UNREADABLE;
        return new SessionReading(state, session, answer.defects(), response, observed);
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

    private static boolean nothingIn(SessionsAnswer answer) {
        return answer.sessions().isEmpty() && answer.defects().isEmpty();
    }

    private static boolean sameId(String one, String other) {
        return one.replaceAll("[{}()]", "").toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
