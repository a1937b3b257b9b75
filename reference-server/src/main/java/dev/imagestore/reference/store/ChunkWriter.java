package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Writes one chunk to the staged bytes of its upload. Used by one thread at a time. */
public interface ChunkWriter extends Closeable {

    /** Writes all the remaining bytes of the buffer at a position of the file. */
    void write(ByteBuffer bytes, long position) throws IOException;

    /**
     * Called once, before {@link #close}, when all of the chunk is written. Once it returns, the chunk outlasts the
     * death of the process; if it fails, the chunk was never there.
     *
     * @param at when the chunk was received
     */
    void complete(ByteRange chunk, Instant at) throws IOException;
}
