package dev.imagestore.reference.http;

import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import java.util.Map;

/**
 * The query parameters of a request whose version is served.
 *
 * @param seconds how long the work may take
 */
record Parameters(Map<String, String> values, Dialect dialect, long seconds) {

    SessionId sessionId() {
        String text = values.get("session-id");
        if (text == null) {
            throw new RefusedException(Reason.SESSION_ID, "session-id is required");
        }
        return SessionId.parse(text);
    }

    /** Where a listing is to go on; empty at its start. */
    String continuationToken() {
        return values.getOrDefault("ContinuationToken", "");
    }
}
