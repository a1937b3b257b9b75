package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/** A store whose chunks are written in another way. */
final class AlteredWriting extends ForwardingStore {

    /** Writes a piece of a chunk, that is all that came of it at once. */
    @FunctionalInterface
    interface Way {

        /** @param offset of the piece in what this writer was given */
        void write(ChunkWriter to, Upload upload, ByteBuffer piece, long position, long offset) throws IOException;
    }

    private final Way way;

    private AlteredWriting(Store real, Way way) {
        super(real);
        this.way = way;
    }

    static UnaryOperator<Collaborators> by(Way way) {
        return parts -> parts.with(new AlteredWriting(parts.store(), way));
    }

    /** Each byte is stored as another one, wherever it is. */
    static UnaryOperator<Collaborators> translating(UnaryOperator<byte[]> translation) {
        return by((to, upload, piece, position, offset) -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            to.write(ByteBuffer.wrap(translation.apply(bytes)), position);
        });
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        ChunkWriter real = super.writer(upload);
        return new ForwardingWriter(real) {
            private long offset;

            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                long at = offset;
                offset += bytes.remaining();
                way.write(real, upload, bytes, position, at);
            }
        };
    }
}
