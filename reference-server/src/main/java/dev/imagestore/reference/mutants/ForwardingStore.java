package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** A store that leaves everything to the real one; a mutant overrides what it does wrong. */
abstract class ForwardingStore implements Store {

    private final Store real;

    ForwardingStore(Store real) {
        this.real = real;
    }

    @Override
    public void requireStorable(ContentPath path) {
        real.requireStorable(path);
    }

    @Override
    public boolean reaches(ByteRange range) {
        return real.reaches(range);
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        return real.writer(upload);
    }

    @Override
    public ChunkWriter pieceWriter(Upload upload, ByteRange range) {
        return real.pieceWriter(upload, range);
    }

    @Override
    public void publish(Upload upload) throws IOException {
        real.publish(upload);
    }

    @Override
    public void discard(Upload upload) throws IOException {
        real.discard(upload);
    }

    @Override
    public Optional<FileChannel> read(ContentPath path) throws IOException {
        return real.read(path);
    }
}
