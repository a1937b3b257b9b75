package dev.imagestore.reference;

/**
 * What a server puts up with.
 *
 * @param declaredLength the longest file, in bytes, that a chunk may speak of
 * @param sessions how many sessions there may be at a time
 * @param stagedBytes how many bytes of unfinished uploads there may be
 * @param headerSize the largest header section in bytes
 * @param uriSize the longest request line in bytes
 * @param connections how many connections there may be at a time
 * @param bodyRate the fewest bytes a second that a body may come with
 */
record Limits(
        long declaredLength,
        int sessions,
        long stagedBytes,
        int headerSize,
        int uriSize,
        int connections,
        int bodyRate) {

    Limits {
        if (declaredLength < 1 || sessions < 1 || stagedBytes < 1 || headerSize < 1 || uriSize < 1 || connections < 1) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
        if (bodyRate < 0) {
            throw new IllegalArgumentException("the rate of a body must be at least 0");
        }
    }
}
