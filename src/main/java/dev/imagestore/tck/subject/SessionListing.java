package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.protocol.SessionsAnswer;
import dev.imagestore.tck.subject.SessionReading.State;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sessions that a query, by id or by path, was answered with.
 *
 * @param sessions the entries that can be understood
 * @param defects where the answer departs from the documented model
 */
public record SessionListing(State state, List<SessionDescription> sessions, List<String> defects, String observed) {

    public SessionListing {
        sessions = List.copyOf(sessions);
        defects = List.copyOf(defects);
    }

    public static SessionListing of(Exchange exchange) {
        String observed = Description.of(exchange);
        int status = exchange.answered() ? exchange.status().orElse(0) : 0;
        if (status == 204 || (status >= 300 && status < 500)) {
            return new SessionListing(State.UNKNOWN, List.of(), List.of(), observed);
        }
        if (status != 200) {
            return new SessionListing(State.UNREADABLE, List.of(), List.of(), observed);
        }
        SessionsAnswer answer =
                SessionsAnswer.parse(exchange.answer().orElseThrow().text());
        return new SessionListing(state(answer), answer.sessions(), answer.defects(), observed);
    }

    private static State state(SessionsAnswer answer) {
        if (!answer.sessions().isEmpty()) {
            return State.KNOWN;
        }
        return answer.defects().isEmpty() ? State.UNKNOWN : State.UNREADABLE;
    }

    /** The ids of the sessions, or why there are none, for people. */
    @Override
    public String toString() {
        return switch (state) {
            case KNOWN ->
                sessions.stream()
                        .map(session -> session.sessionId() + " for " + session.path())
                        .collect(Collectors.joining(", ", "the sessions ", ""));
            case UNKNOWN -> "no sessions (" + observed + ")";
            case UNREADABLE -> "no list of sessions (" + observed + ")";
        };
    }
}
