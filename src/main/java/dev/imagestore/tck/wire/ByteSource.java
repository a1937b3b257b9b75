package dev.imagestore.tck.wire;

import java.nio.ByteBuffer;

/**
 * The octets of a body, made or read at any position, so that no body need ever be on the heap. Called on an event
 * loop: it must not wait.
 */
@FunctionalInterface
public interface ByteSource {

    /** Fills {@code into} up to its limit with the octets from {@code position} on. */
    void read(long position, ByteBuffer into);
}
