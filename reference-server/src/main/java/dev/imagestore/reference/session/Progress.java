package dev.imagestore.reference.session;

import java.time.Instant;
import java.util.List;

/** What has been received of a file, and when the last of it was. Not safe for use by several threads. */
final class Progress {

    private final RangeSet received = new RangeSet();
    private Instant modified = Instant.MIN;
    private long bytes;

    /** Adds parts none of whose bytes were received before. */
    void add(List<ByteRange> parts, Instant at) {
        for (ByteRange part : parts) {
            received.add(part);
            bytes += part.length();
        }
        if (at.isAfter(modified)) {
            modified = at;
        }
    }

    boolean isEmpty() {
        return received.isEmpty();
    }

    /** Whether exactly this range was added. */
    boolean contains(ByteRange range) {
        return received.contains(range);
    }

    List<ByteRange> missingFrom(ByteRange whole) {
        return received.missingFrom(whole);
    }

    /** The number of bytes received. */
    long bytes() {
        return bytes;
    }

    /** When the last chunk came, whatever the order in which they were recorded. */
    Instant modified() {
        return modified;
    }
}
