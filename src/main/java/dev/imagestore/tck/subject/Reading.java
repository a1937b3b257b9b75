package dev.imagestore.tck.subject;

import dev.imagestore.tck.wire.BodySink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Hands a stream of bytes over as it is read. */
final class Reading {

    private static final int PIECE = 64 << 10;

    private Reading() {}

    /**
     * Reads to the end, or a little beyond that many bytes.
     *
     * @return how many were read
     */
    static long through(InputStream in, BodySink sink, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long read = 0;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            sink.accept(ByteBuffer.wrap(piece, 0, count));
            read += count;
            if (read > most) {
                break;
            }
        }
        return read;
    }
}
