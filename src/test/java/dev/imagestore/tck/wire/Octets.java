package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyDigester;
import java.nio.ByteBuffer;

/** A body of any length whose octet at each position is known. */
final class Octets {

    private Octets() {}

    static RequestBody body(long length) {
        return RequestBody.of(length, Octets::fill);
    }

    /** The digest of the first {@code length} octets. */
    static BodyDigest digest(long length) {
        BodyDigester digester = new BodyDigester();
        ByteBuffer piece = ByteBuffer.allocate(8 * 1024);
        while (digester.length() < length) {
            piece.clear().limit((int) Math.min(piece.capacity(), length - digester.length()));
            fill(digester.length(), piece);
            digester.update(piece.flip());
        }
        return digester.digest();
    }

    private static void fill(long position, ByteBuffer into) {
        for (long i = position; into.hasRemaining(); i++) {
            into.put((byte) (i * 31 + (i >> 8)));
        }
    }
}
