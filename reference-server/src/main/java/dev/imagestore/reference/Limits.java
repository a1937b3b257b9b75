package dev.imagestore.reference;

/**
 * What a server puts up with.
 *
 * @param declaredLength the longest file, in bytes, that a chunk may speak of
 * @param sessions how many sessions there may be at a time
 * @param stagedBytes how many bytes of unfinished uploads there may be
 * @param headerSize the largest header section in bytes
 * @param uriSize the longest request line in bytes
 */
record Limits(long declaredLength, int sessions, long stagedBytes, int headerSize, int uriSize) {

    Limits {
        if (declaredLength < 1 || sessions < 1 || stagedBytes < 1 || headerSize < 1 || uriSize < 1) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
    }
}
