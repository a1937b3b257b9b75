package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.store.ChunkWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** A writer that leaves everything to the real one; a mutant overrides what it does wrong. */
abstract class ForwardingWriter implements ChunkWriter {

    private final ChunkWriter real;

    ForwardingWriter(ChunkWriter real) {
        this.real = real;
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
        real.write(bytes, position);
    }

    @Override
    public void complete(ByteRange chunk, Instant at) throws IOException {
        real.complete(chunk, at);
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
