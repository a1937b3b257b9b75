package dev.imagestore.reference.session;

/** A closed interval of byte positions that holds at least one byte. */
public record ByteRange(long first, long last) {

    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("not a range: " + first + "-" + last);
        }
    }

    /** The number of bytes; one less than 2^63 at most, because a range lies inside a file. */
    public long length() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
