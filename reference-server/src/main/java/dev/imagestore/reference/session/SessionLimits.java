package dev.imagestore.reference.session;

import java.time.Duration;

/**
 * How much the core takes on.
 *
 * @param declaredLength the longest file in bytes
 * @param sessions the number of sessions
 * @param stagedBytes the bytes of all chunks, received or on their way, whose files are not published
 * @param lifetime how long a session lives after its last accepted chunk
 */
public record SessionLimits(long declaredLength, int sessions, long stagedBytes, Duration lifetime) {}
