package dev.imagestore.reference.session;

import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of a session: any 128-bit value but zero. Two spellings of one value are the same session. */
public record SessionId(UUID value) implements Comparable<SessionId> {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID NIL = new UUID(0, 0);

    public SessionId {
        if (value.equals(NIL)) {
            throw new RefusedException(Reason.SESSION_ID, "The session-id is the nil UUID");
        }
    }

    /**
     * Reads the canonical form, 36 characters of either case.
     *
     * @throws RefusedException if the text is anything else
     */
    public static SessionId parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new RefusedException(
                    Reason.SESSION_ID, "The session-id '" + text + "' is not a UUID of the form 8-4-4-4-12");
        }
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
