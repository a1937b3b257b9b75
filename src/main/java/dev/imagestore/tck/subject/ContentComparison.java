package dev.imagestore.tck.subject;

import dev.imagestore.tck.protocol.RangeSet;

/**
 * How stored bytes compare with those that are expected.
 *
 * @param expectedLength in bytes
 * @param length of what is stored, in bytes
 * @param firstDifference position of the first byte that differs, or -1 when none does over the common length
 * @param differing number of bytes that differ over the common length
 * @param wrong where they differ; beyond a bound, what lies between differences is counted in
 */
public record ContentComparison(
        long expectedLength, long length, long firstDifference, long differing, RangeSet wrong) {

    public boolean equal() {
        return expectedLength == length && firstDifference < 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%d bytes".formatted(length));
        if (length != expectedLength) {
            text.append(" instead of ").append(expectedLength);
        }
        if (firstDifference >= 0) {
            text.append(", %d of them wrong, the first at position %d".formatted(differing, firstDifference));
        }
        return text.toString();
    }
}
