package dev.imagestore.reference;

import java.time.Duration;

/**
 * What a server puts up with.
 *
 * @param declaredLength the longest file, in bytes, that a chunk may speak of; a sparse file must be able to hold it
 * @param sessions how many sessions there may be at a time
 * @param headerSize the largest header section in bytes
 * @param uriSize the longest request line in bytes
 * @param idle how long a client may be silent when it is its turn
 */
record Limits(long declaredLength, int sessions, int headerSize, int uriSize, Duration idle) {

    Limits {
        if (declaredLength < 1 || sessions < 1 || headerSize < 1 || uriSize < 1 || idle.isNegative()) {
            throw new IllegalArgumentException("a limit must be at least 1, the idle time at least 0");
        }
    }
}
