package dev.imagestore.reference.session;

/** Where a chunk belongs: a range of a file and the length of that file. */
public record ContentRange(ByteRange range, long fileLength) {

    public ContentRange {
        if (range.last() >= fileLength) {
            throw new IllegalArgumentException(range + " does not lie in a file of " + fileLength + " bytes");
        }
    }

    @Override
    public String toString() {
        return "bytes " + range + "/" + fileLength;
    }
}
