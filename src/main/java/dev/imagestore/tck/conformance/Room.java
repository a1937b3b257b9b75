package dev.imagestore.tck.conformance;

/** The bytes that are left of a bound once the cases have theirs. */
final class Room {

    private final long bytes;
    private long taken;

    Room(long bytes) {
        this.bytes = bytes;
    }

    /** Takes so many, if there are as many. */
    boolean take(long more) {
        boolean fits = more <= bytes - taken;
        if (fits) {
            taken += more;
        }
        return fits;
    }

    long taken() {
        return taken;
    }
}
