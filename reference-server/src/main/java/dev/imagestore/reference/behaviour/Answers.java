package dev.imagestore.reference.behaviour;

/**
 * How outcomes look on the wire where the operations leave a choice.
 *
 * @param rangeRefusalStatus the HTTP status of a refused range
 */
public record Answers(int rangeRefusalStatus, UnknownQuery unknownQuery, UnknownCommit unknownCommit, Style style) {

    /** What a query for a session that does not exist is answered with. */
    public enum UnknownQuery {
        NOT_FOUND,
        /** 204, which is no error. */
        NO_CONTENT
    }

    /** What a commit of a session that does not exist is answered with. */
    public enum UnknownCommit {
        INVALID_ARGUMENT,
        NOT_FOUND
    }

    /** The words of errors. */
    public enum Style {
        /** The message says what was wrong. */
        EXPLAINED,
        /**
         * The message is the one that is registered for the code, or {@code Null}; the code is the reason phrase too;
         * and an absent path is answered without a body.
         */
        GATEWAY
    }

    Answers withRangeRefusalStatus(int status) {
        return new Answers(status, unknownQuery, unknownCommit, style);
    }

    Answers with(UnknownCommit chosen) {
        return new Answers(rangeRefusalStatus, unknownQuery, chosen, style);
    }

    Answers with(UnknownQuery chosen) {
        return new Answers(rangeRefusalStatus, chosen, unknownCommit, style);
    }
}
