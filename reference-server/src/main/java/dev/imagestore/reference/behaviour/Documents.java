package dev.imagestore.reference.behaviour;

/** How the JSON of answers is written, where its schema leaves room. */
public record Documents(Dates dates, Ids ids, Members members, Layout layout, Order order, SessionPaths sessionPaths) {

    /** How exact a date is written. */
    public enum Dates {
        MILLISECONDS,
        WHOLE_SECONDS,
        /** With nine digits behind the point. */
        NANOSECONDS,
        /** With {@code +00:00} instead of {@code Z}. */
        WITH_OFFSET
    }

    /** The case of the letters in the ids of sessions. */
    public enum Ids {
        LOWER_CASE,
        UPPER_CASE
    }

    /** What members an object has. */
    public enum Members {
        DOCUMENTED,
        /** One of the server's own as well. */
        EXTENDED
    }

    public enum Layout {
        COMPACT,
        /** With line breaks and blanks. */
        INDENTED
    }

    /** In which order files, folders, and the sessions of a path are listed. */
    public enum Order {
        ASCENDING,
        DESCENDING
    }

    /** How the path of a session is told. */
    public enum SessionPaths {
        AS_SPELT,
        WITH_BACKSLASHES
    }

    Documents with(Dates chosen) {
        return new Documents(chosen, ids, members, layout, order, sessionPaths);
    }

    Documents with(Ids chosen) {
        return new Documents(dates, chosen, members, layout, order, sessionPaths);
    }

    Documents with(Members chosen) {
        return new Documents(dates, ids, chosen, layout, order, sessionPaths);
    }

    Documents with(Layout chosen) {
        return new Documents(dates, ids, members, chosen, order, sessionPaths);
    }

    Documents with(Order chosen) {
        return new Documents(dates, ids, members, layout, chosen, sessionPaths);
    }

    Documents with(SessionPaths chosen) {
        return new Documents(dates, ids, members, layout, order, chosen);
    }
}
