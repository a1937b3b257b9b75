package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigester;
import dev.imagestore.tck.wire.ByteSource;
import dev.imagestore.tck.wire.RequestBody;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a file consists of: any part of it can be had at any time, none of it has to be held. */
public interface FileContent extends ByteSource {

    /** Number of bytes. */
    long length();

    /** The body of a chunk: {@code length} bytes from {@code first} on. */
    default RequestBody body(long first, long length) {
        return length == 0
                ? RequestBody.of(new byte[0])
                : RequestBody.of(length, (position, into) -> read(first + position, into));
    }

    /** SHA-256 of the whole, in lower hexadecimal. */
    default String sha256() {
        BodyDigester digester = new BodyDigester();
        ByteBuffer piece = ByteBuffer.allocate(64 << 10);
        for (long at = 0; at < length(); at += piece.limit()) {
            piece.clear().limit((int) Math.min(piece.capacity(), length() - at));
            read(at, piece);
            digester.update(piece.flip());
        }
        return digester.digest().sha256();
    }

    /**
     * Bytes that follow from a seed, all of them printable ASCII, so that a server that mistakes content for text is found
     * out only where that is the point. They go on beyond the length, for bodies that are longer than their file.
     */
    static FileContent seeded(long seed, long length) {
        return new Seeded(seed, length);
    }

    /** Exactly those bytes, repeated beyond the length. */
    static FileContent of(byte[] bytes) {
        return new Literal(bytes.clone());
    }

    static FileContent of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A byte depends on its position alone, through the finaliser of SplitMix64, of which six bits are kept. */
    record Seeded(long seed, long length) implements FileContent {
        @Override
        public void read(long position, ByteBuffer into) {
            long at = position;
            while (into.hasRemaining()) {
                long word = mix(seed + (at >>> 3) * 0x9E3779B97F4A7C15L);
                int from = (int) (at & 7);
                if (from == 0 && into.remaining() >= 8 && into.order() == ByteOrder.BIG_ENDIAN) {
                    into.putLong(Long.reverseBytes(word));
                    at += 8;
                    continue;
                }
                int count = Math.min(8 - from, into.remaining());
                for (int i = from; i < from + count; i++) {
                    into.put((byte) (word >>> (8 * i)));
                }
                at += count;
            }
        }

        private static long mix(long value) {
            long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return ((z ^ (z >>> 31)) & 0x3F3F3F3F3F3F3F3FL) + 0x3030303030303030L;
        }
    }

    /** A few bytes that are written down in the suite. */
    @SuppressWarnings("ArrayRecordComponent") // a value that is read, never compared
    record Literal(byte[] bytes) implements FileContent {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void read(long position, ByteBuffer into) {
            for (long at = position; into.hasRemaining(); at++) {
                into.put(bytes[(int) (at % bytes.length)]);
            }
        }
    }
}
