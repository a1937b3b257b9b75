package dev.imagestore.tck.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of {@code UploadSessions}, read as generously as the meaning allows.
 *
 * @param path the StoreRelativePath as it was written
 * @param sessionId as it was written
 * @param fileSize the declared length, in bytes
 * @param modified the ModifiedDate; empty when it cannot be understood
 * @param listed the ExpectedRanges in the order and form in which they were listed
 */
public record SessionDescription(
        String path, String sessionId, long fileSize, Optional<Instant> modified, List<ByteRange> listed) {

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

    /** Whether it is the session of that id. */
    public boolean isOf(String id) {
        return sameId(sessionId, id);
    }

    /** Whether both stand for one GUID, whichever form of a GUID they are written in. */
    public static boolean sameId(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String id) {
        return id.replaceAll("[{}()-]", "").toLowerCase(Locale.ROOT);
    }
}
