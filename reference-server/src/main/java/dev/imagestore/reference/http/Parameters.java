package dev.imagestore.reference.http;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import java.util.Map;
import java.util.regex.Pattern;

/** The query parameters that operations share. Each check throws {@link RefusedException}. */
record Parameters(Map<String, String> values) {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final long LONGEST_TIMEOUT = 4_294_967_295L;

    void requireApiVersion(ApiVersion runtime) {
        String text = values.get("api-version");
        if (text == null) {
            throw argument("api-version is required");
        }
        ApiVersion version;
        try {
            version = ApiVersion.parse(text);
        } catch (IllegalArgumentException e) {
            throw argument("api-version: " + e.getMessage());
        }
        if (version.compareTo(ApiVersion.LOWEST) < 0 || version.compareTo(runtime) > 0) {
            throw argument("api-version " + version + " is not within " + ApiVersion.LOWEST + " to " + runtime);
        }
    }

    void checkTimeout() {
        String text = values.get("timeout");
        if (text == null) {
            return;
        }
        long seconds = DIGITS.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw argument("timeout '" + text + "' is not an integer from 1 to " + LONGEST_TIMEOUT);
        }
    }

    SessionId sessionId() {
        String text = values.get("session-id");
        if (text == null) {
            throw new RefusedException(Reason.SESSION_ID, "session-id is required");
        }
        return SessionId.parse(text);
    }

    private static RefusedException argument(String message) {
        return new RefusedException(Reason.ARGUMENT, message);
    }
}
