package dev.imagestore.tck.verdict;

import java.util.Locale;

/**
 * One way in which a replay differed from what was recorded.
 *
 * @param requirement the id that it is about
 * @param exchange number of the exchange in the recording; 0 when it is about none
 * @param loop which loop of the replay, from 1
 * @param request method and target as they were recorded
 */
public record Difference(
        Kind kind, String requirement, long exchange, int loop, String request, String expected, String observed) {

    /** What differed. */
    public enum Kind {
        /** The status of the answer. */
        STATUS,
        /** The error code of a refusal. */
        CODE,
        /** The meaning of the JSON in the answer. */
        BODY,
        /** What a session query says, against all that would be right. */
        SESSION,
        /** There was no whole answer. */
        ANSWER,
        /** The stored bytes. */
        CONTENT,
        /** An answer that nobody had asked for. */
        UNSOLICITED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
