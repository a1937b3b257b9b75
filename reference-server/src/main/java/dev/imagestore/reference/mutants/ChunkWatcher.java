package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.time.Instant;

/** A store that is the real one, but learns of each chunk once it is whole. */
abstract class ChunkWatcher extends ForwardingStore {

    ChunkWatcher(Store real) {
        super(real);
    }

    /** The chunk is stored, as the real store would have it. */
    abstract void stored(Upload upload, ByteRange chunk) throws IOException;

    @Override
    public final ChunkWriter writer(Upload upload) {
        return new ForwardingWriter(super.writer(upload)) {
            @Override
            public void complete(ByteRange chunk, Instant at) throws IOException {
                super.complete(chunk, at);
                stored(upload, chunk);
            }
        };
    }
}
