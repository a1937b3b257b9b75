package dev.imagestore.reference.session;

/**
 * Where a chunk belongs: a range of a file and the length of that file. A lax parser may let the last position be the
 * length itself, one behind the end.
 */
public record ContentRange(ByteRange range, long fileLength) {

    public ContentRange {
        if (range.last() > fileLength) {
            throw new IllegalArgumentException(range + " does not lie in a file of " + fileLength + " bytes");
        }
    }

    /** Whether every position is one of the file. */
    public boolean isInsideFile() {
        return range.last() < fileLength;
    }

    @Override
    public String toString() {
        return "bytes " + range + "/" + fileLength;
    }
}
