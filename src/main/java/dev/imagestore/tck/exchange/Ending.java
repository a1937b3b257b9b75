package dev.imagestore.tck.exchange;

/** How an exchange ended. */
public enum Ending {
    /** The whole answer was received. */
    COMPLETE,
    /** We cut our own body on purpose and closed the connection. */
    CUT,
    /** The whole request was sent, and the client went away before the whole answer was received. */
    ABANDONED,
    /** Time was up before the whole answer was received. */
    TIMED_OUT,
    /** The peer closed the connection before the whole answer was received. */
    CLOSED,
    /** The peer reset the connection before the whole answer was received. */
    RESET,
    /** No connection could be made; also an unknown host. */
    REFUSED,
    /** The body of the answer was longer than the bound, and reading stopped there. */
    OVERSIZE,
    /** What came was not HTTP, or its head was beyond all bounds. */
    INVALID
}
