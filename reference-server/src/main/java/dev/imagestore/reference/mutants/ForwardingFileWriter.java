package dev.imagestore.reference.mutants;

import dev.imagestore.reference.store.FileWriter;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A writer of whole files that leaves everything to the real one; a mutant overrides what it does wrong. */
abstract class ForwardingFileWriter implements FileWriter {

    private final FileWriter real;

    ForwardingFileWriter(FileWriter real) {
        this.real = real;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        real.write(bytes);
    }

    @Override
    public boolean publish() throws IOException {
        return real.publish();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
