package dev.imagestore.reference.behaviour;

/**
 * How outcomes look on the wire where the operations leave a choice.
 *
 * @param rangeRefusalStatus the HTTP status of a refused range
 */
public record Answers(
        int rangeRefusalStatus,
        UnknownQuery unknownQuery,
        UnknownCommit unknownCommit,
        UnknownDeletion unknownDeletion,
        Style style,
        Detail detail) {

    /** What a query for a session that does not exist is answered with. */
    public enum UnknownQuery {
        NOT_FOUND,
        /** 204, which is no error. */
        NO_CONTENT,
        /** 200 and no session. */
        EMPTY_LIST,
        INVALID_ARGUMENT,
        GONE
    }

    /** What a commit of a session that does not exist is answered with. */
    public enum UnknownCommit {
        INVALID_ARGUMENT,
        NOT_FOUND,
        GONE
    }

    /** What the deletion of a session that does not exist is answered with. */
    public enum UnknownDeletion {
        NOT_FOUND,
        /** As one that does. */
        DONE
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

    /** How much of an error is told. */
    public enum Detail {
        CODE_AND_MESSAGE,
        /** The message is empty. */
        CODE,
        /** There is no body. */
        STATUS
    }

    Answers withRangeRefusalStatus(int status) {
        return new Answers(status, unknownQuery, unknownCommit, unknownDeletion, style, detail);
    }

    Answers with(UnknownQuery chosen) {
        return new Answers(rangeRefusalStatus, chosen, unknownCommit, unknownDeletion, style, detail);
    }

    Answers with(UnknownCommit chosen) {
        return new Answers(rangeRefusalStatus, unknownQuery, chosen, unknownDeletion, style, detail);
    }

    Answers with(UnknownDeletion chosen) {
        return new Answers(rangeRefusalStatus, unknownQuery, unknownCommit, chosen, style, detail);
    }

    Answers with(Style chosen) {
        return new Answers(rangeRefusalStatus, unknownQuery, unknownCommit, unknownDeletion, chosen, detail);
    }

    Answers with(Detail chosen) {
        return new Answers(rangeRefusalStatus, unknownQuery, unknownCommit, unknownDeletion, style, chosen);
    }
}
