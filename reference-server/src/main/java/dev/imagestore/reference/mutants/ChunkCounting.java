package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does not write every so manieth chunk of a file. */
final class ChunkCounting extends ForwardingStore {

    private final int period;
    private final Map<Upload, Integer> counts = new ConcurrentHashMap<>();

    ChunkCounting(Store real, int period) {
        super(real);
        this.period = period;
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        ChunkWriter real = super.writer(upload);
        boolean lost = counts.merge(upload, 1, Integer::sum) % period == 0;
        return new ForwardingWriter(real) {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                if (!lost) {
                    real.write(bytes, position);
                }
            }
        };
    }
}
