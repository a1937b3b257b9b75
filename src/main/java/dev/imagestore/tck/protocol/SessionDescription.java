package dev.imagestore.tck.protocol;

import java.util.List;

/**
 * One entry of {@code UploadSessions}, read as generously as the meaning allows.
 *
 * @param path the StoreRelativePath as it was written
 * @param sessionId as it was written
 * @param fileSize the declared length, in bytes
 * @param listed the ExpectedRanges in the order and form in which they were listed
 */
public record SessionDescription(String path, String sessionId, long fileSize, List<ByteRange> listed) {

    public SessionDescription {
        listed = List.copyOf(listed);
    }

    /** The bytes that the session still lacks. */
    public RangeSet missing() {
        return new RangeSet(listed);
    }

    /** Whether the list is ascending, disjoint and maximal. */
    public boolean listedInNormalForm() {
        return listed.equals(missing().ranges());
    }
}
