package dev.imagestore.reference.session;

import java.util.List;

/**
 * The right to send one chunk. Its bytes may be stored in the missing ranges and nowhere else; until it is settled, no
 * other chunk may have any of them.
 *
 * @param range what the body must cover
 * @param missing the parts of it that are to be stored; none for a duplicate
 */
public record Reservation(Upload upload, ByteRange range, List<ByteRange> missing) {

    public Reservation {
        missing = List.copyOf(missing);
    }

    /** Whether all of the range is to be stored. */
    public boolean isWhole() {
        return missing.equals(List.of(range));
    }

    /** The number of bytes that are to be stored. */
    long bytes() {
        return missing.stream().mapToLong(ByteRange::length).sum();
    }
}
