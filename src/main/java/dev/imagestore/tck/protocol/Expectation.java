package dev.imagestore.tck.protocol;

/**
 * What a client was to see, as data: enough to look again, with another client and at another time. Numbers of exchanges
 * are those of the recording.
 */
public sealed interface Expectation {

    /** One request is answered so. */
    record Answered(long exchange, Answer answer) implements Expectation {}

    /** A session lists as missing at least the one set and at most the other. */
    record Missing(String sessionId, RangeSet least, RangeSet most) implements Expectation {}

    /** Nothing of the range is recorded in a session, if there is one. */
    record Unrecorded(String sessionId, RangeSet range) implements Expectation {}

    /** A session is described, under that path and with that length in bytes. */
    record Described(String sessionId, String path, long length) implements Expectation {}

    /** A session is among those of its path, or is not. */
    record Listed(String path, String sessionId, boolean there) implements Expectation {}

    /** There is no session of that id. */
    record NoSession(String sessionId) implements Expectation {}

    /**
     * Under the path lies a file of those bytes.
     *
     * @param wrong where the file that was seen has other bytes
     */
    record Stored(String path, long length, String sha256, RangeSet wrong) implements Expectation {}

    /** Under the path lies no file. */
    record NothingStored(String path) implements Expectation {}

    /** One request is refused, or else the other holds. */
    record RefusedOr(long exchange, Expectation otherwise) implements Expectation {}

    /** A request that is refused leaves session and file as they were. */
    record Unchanged(long exchange, String sessionId, String path) implements Expectation {}

    /** The answers that a check tells apart. */
    enum Answer {
        /** 2xx. */
        ACCEPTED,
        /** 200 and no other. */
        OK,
        /** 3xx and above. */
        REFUSED,
        /** Anything but 2xx, no answer included. */
        NOT_ACCEPTED,
        /** A refusal whose body is a FabricError, or empty. */
        FABRIC_ERROR,
        /** Any whole answer. */
        ANY
    }
}
