package dev.imagestore.tck.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The small bodies that were sent last, so that one that is sent again is not read again. Confined to one event loop. */
final class SmallBodies {

    /** A longer body goes straight from the file to the socket. */
    static final int LONGEST = 256 << 10;

    private static final int CAPACITY = 64; // bodies, 16 MiB at most

    private final Map<String, ByteBuf> kept = new LinkedHashMap<>(CAPACITY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ByteBuf> eldest) {
            boolean full = size() > CAPACITY;
            if (full) {
                eldest.getValue().release();
            }
            return full;
        }
    };

    /** The octets, to be released by the caller. */
    ByteBuf get(StoredBytes body, ByteBufAllocator allocator) {
        ByteBuf octets = kept.get(body.digest().sha256());
        if (octets == null) {
            octets = read(body, 0, (int) body.digest().length(), allocator);
            kept.put(body.digest().sha256(), octets);
        }
        return octets.retainedDuplicate();
    }

    /** So many octets from that position on. */
    static ByteBuf read(ByteSource source, long position, int length, ByteBufAllocator allocator) {
        ByteBuf octets = allocator.directBuffer(length, length);
        try {
            java.nio.ByteBuffer into = octets.nioBuffer(0, length);
            source.read(position, into);
            if (into.hasRemaining()) {
                throw new IllegalStateException("the body is " + into.remaining() + " octets too short");
            }
            return octets.writerIndex(length);
        } catch (RuntimeException e) {
            octets.release();
            throw e;
        }
    }

    void clear() {
        kept.values().forEach(ByteBuf::release);
        kept.clear();
    }
}
