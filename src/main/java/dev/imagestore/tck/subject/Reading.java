package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyDigester;
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
     * @return what was read
     */
    static BodyDigest through(InputStream in, BodySink sink, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        BodyDigester digester = new BodyDigester();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            sink.accept(ByteBuffer.wrap(piece, 0, count));
            digester.update(ByteBuffer.wrap(piece, 0, count));
            if (digester.length() > most) {
                break;
            }
        }
        return digester.digest();
    }
}
