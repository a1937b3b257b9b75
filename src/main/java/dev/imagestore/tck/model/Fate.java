package dev.imagestore.tck.model;

/** What became of a request, as far as the client can tell. */
public enum Fate {
    /** Answered with success. */
    ACCEPTED,
    /** Answered with a refusal: nothing has changed. */
    REFUSED,
    /** Its body was not sent as a whole: it never counts. */
    CUT,
    /** Sent as a whole and not answered: it may count or not. */
    UNKNOWN
}
