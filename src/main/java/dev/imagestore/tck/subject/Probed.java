package dev.imagestore.tck.subject;

import java.util.Locale;

/** What a harmless request told about an operation. */
public enum Probed {
    /** It was answered in a way that only the operation answers. */
    ANSWERED,
    /** The target has no such operation. */
    ABSENT,
    /** No answer, a failure, or an answer that a target without the operation gives as well. */
    UNCLEAR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
