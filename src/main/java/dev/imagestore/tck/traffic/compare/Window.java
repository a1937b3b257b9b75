package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.wire.ByteSource;
import java.nio.ByteBuffer;

/** Bytes of something that may be larger than memory, one at a time. */
final class Window {

    private static final int SIZE = 64 << 10;

    private final ByteSource source;
    private final long length;
    private final byte[] bytes = new byte[SIZE];
    private long first;
    private int size;

    Window(ByteSource source, long length) {
        this.source = source;
        this.length = length;
    }

    long length() {
        return length;
    }

    boolean has(long position) {
        return position >= 0 && position < length;
    }

    byte at(long position) {
        if (position < first || position >= first + size) {
            // A little before, so that going backwards does not read at every step.
            first = Math.max(0, position - SIZE / 4);
            size = (int) Math.min(SIZE, length - first);
            source.read(first, ByteBuffer.wrap(bytes, 0, size));
        }
        return bytes[(int) (position - first)];
    }
}
