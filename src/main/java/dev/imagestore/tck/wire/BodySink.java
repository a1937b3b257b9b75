package dev.imagestore.tck.wire;

import java.nio.ByteBuffer;

/** Sees the body of an answer as it arrives, not redacted. Called on an event loop: it must not wait. */
@FunctionalInterface
public interface BodySink {

    /** Takes one piece, read-only and valid during the call only. */
    void accept(ByteBuffer piece);
}
