package dev.imagestore.reference.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file's place below the root of the store.
 *
 * @param segments the place itself, normalised: at least one segment, none of them empty or of dots
 * @param spelling how it is written; paths of the same place may be told apart by it
 */
public record ContentPath(List<String> segments, String spelling) {

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final Pattern DRIVE_PREFIX = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    public ContentPath {
        if (segments.isEmpty()) {
            throw new RefusedException(Reason.PATH, "A content path is required");
        }
        segments = List.copyOf(segments);
    }

    /** A place in its normal spelling. */
    public ContentPath(List<String> segments) {
        this(segments, String.join("/", segments));
    }

    /**
     * Makes a path of decoded text: {@code /} and {@code \\} separate segments, empty ones are left out, those of dots
     * are resolved.
     *
     * @throws RefusedException if nothing remains, the path climbs above the root or cannot name a file
     */
    public static ContentPath of(String text) {
        List<String> resolved = new ArrayList<>();
        for (String segment : SEPARATOR.split(text, -1)) {
            if (segment.indexOf('\0') >= 0) {
                throw new RefusedException(Reason.PATH, "The content path holds a NUL");
            }
            if (segment.equals("$")) {
                throw new RefusedException(Reason.PATH, "The segment '$' is reserved");
            }
            if (segment.equals("..")) {
                if (resolved.isEmpty()) {
                    throw new RefusedException(Reason.PATH, "The content path climbs above the root of the store");
                }
                resolved.remove(resolved.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                resolved.add(segment);
            }
        }
        for (int i = 0; i < resolved.size(); i++) {
            if ((i == 0 ? DRIVE_PREFIX : DRIVE).matcher(resolved.get(i)).matches()) {
                throw new RefusedException(Reason.PATH, "The content path names a drive");
            }
        }
        return new ContentPath(resolved);
    }

    /** The last segment. */
    public String name() {
        return segments.get(segments.size() - 1);
    }

    /** Whether this is a place inside the other, taken as a folder. */
    public boolean isBelow(ContentPath other) {
        return segments.size() > other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    @Override
    public String toString() {
        return spelling;
    }
}
