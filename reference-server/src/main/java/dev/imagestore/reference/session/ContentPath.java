package dev.imagestore.reference.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file's place below the root of the store, normalised: at least one segment, none of them empty or of dots. */
public record ContentPath(List<String> segments) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    public ContentPath {
        if (segments.isEmpty()) {
            throw new RefusedException(Reason.PATH, "A content path is required");
        }
        segments = List.copyOf(segments);
    }

    /**
     * Makes a path of decoded segments: empty ones are left out, those of dots are resolved.
     *
     * @throws RefusedException if nothing remains, the path climbs above the root or cannot name a file
     */
    public static ContentPath of(List<String> segments) {
        List<String> resolved = new ArrayList<>();
        for (String segment : segments) {
            if (segment.indexOf('\0') >= 0) {
                throw new RefusedException(Reason.PATH, "The content path holds a NUL");
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
        if (!resolved.isEmpty() && DRIVE.matcher(resolved.get(0)).matches()) {
            throw new RefusedException(Reason.PATH, "The content path names a drive");
        }
        return new ContentPath(resolved);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
