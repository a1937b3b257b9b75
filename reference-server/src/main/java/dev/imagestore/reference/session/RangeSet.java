package dev.imagestore.reference.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Disjoint ranges in ascending order, each kept as it was added, so that a repeated chunk can be told from one that
 * merely lies within received bytes. Sixteen bytes of memory a range. Not safe for use by several threads.
 */
final class RangeSet {

    private long[] firsts = new long[4];
    private long[] lasts = new long[4];
    private int size;

    /** Adds a range none of whose bytes is in the set. */
    void add(ByteRange range) {
        if (intersects(range)) {
            throw new IllegalArgumentException(range + " overlaps what is there");
        }
        int at = firstEndingAtOrAfter(range.first());
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, size * 2);
            lasts = Arrays.copyOf(lasts, size * 2);
        }
        System.arraycopy(firsts, at, firsts, at + 1, size - at);
        System.arraycopy(lasts, at, lasts, at + 1, size - at);
        firsts[at] = range.first();
        lasts[at] = range.last();
        size++;
    }

    /** Removes a range that was added as it stands. */
    void remove(ByteRange range) {
        if (!contains(range)) {
            throw new IllegalArgumentException(range + " is not there");
        }
        int at = firstEndingAtOrAfter(range.first());
        size--;
        System.arraycopy(firsts, at + 1, firsts, at, size - at);
        System.arraycopy(lasts, at + 1, lasts, at, size - at);
    }

    /** Whether exactly this range was added. */
    boolean contains(ByteRange range) {
        int at = firstEndingAtOrAfter(range.first());
        return at < size && firsts[at] == range.first() && lasts[at] == range.last();
    }

    boolean intersects(ByteRange range) {
        int at = firstEndingAtOrAfter(range.first());
        return at < size && firsts[at] <= range.last();
    }

    /** How many bytes the ranges have. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < size; i++) {
            bytes += lasts[i] - firsts[i] + 1;
        }
        return bytes;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The maximal parts of {@code whole} that are not in the set, ascending. */
    List<ByteRange> missingFrom(ByteRange whole) {
        List<ByteRange> missing = new ArrayList<>();
        long next = whole.first();
        for (int i = firstEndingAtOrAfter(next); i < size && firsts[i] <= whole.last(); i++) {
            if (firsts[i] > next) {
                missing.add(new ByteRange(next, firsts[i] - 1));
            }
            next = lasts[i] + 1;
        }
        if (next <= whole.last()) {
            missing.add(new ByteRange(next, whole.last()));
        }
        return missing;
    }

    private int firstEndingAtOrAfter(long position) {
        int found = Arrays.binarySearch(lasts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }
}
