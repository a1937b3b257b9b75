package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.Future;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a body that the socket took, counted and stored. One buffer serves all pieces, one after the other; it
 * is direct, so that the transport writes this very buffer and moves its index when it takes a piece in part.
 */
final class SentBody {

    private final BodyStore.Sink stored;
    private @Nullable ByteBuf buffer;
    private @Nullable Future<?> flight;
    private long length;

    SentBody(BodyStore.Sink stored) {
        this.stored = stored;
    }

    void begin(ByteBufAllocator allocator, int pieceSize) {
        buffer = allocator.directBuffer(pieceSize, pieceSize);
    }

    /** The next piece, to be released by whoever writes it. */
    ByteBuf fill(int size, ByteSource source) {
        if (buffer == null) {
            throw new IllegalStateException("the body has not begun or is settled");
        }
        ByteBuffer into = buffer.clear().nioBuffer(0, size);
        source.read(length, into);
        if (into.hasRemaining()) {
            throw new IllegalStateException(
                    "the source gave " + into.remaining() + " of " + size + " octets too few at position " + length);
        }
        return buffer.writerIndex(size).retain();
    }

    /** The piece is on its way until {@link #land}. */
    void inFlight(Future<?> newFlight) {
        flight = newFlight;
    }

    /** Counts what was taken of the piece in flight, if there still is one. */
    void land() {
        if (flight == null || buffer == null) {
            return;
        }
        int taken = flight.isSuccess() ? buffer.writerIndex() : buffer.readerIndex();
        flight = null;
        if (taken > 0) {
            length += taken;
            stored.write(buffer.nioBuffer(0, taken));
        }
    }

    /** All octets taken of the pieces that landed. */
    long length() {
        return length;
    }

    /** Also those of the piece in flight. */
    long progress() {
        return length + (flight != null && buffer != null ? buffer.readerIndex() : 0);
    }

    /** Counts the last piece and stores the body. To be called once. */
    BodyDigest settle() {
        try (stored) {
            land();
            return stored.finish();
        } finally {
            if (buffer != null) {
                buffer.release();
                buffer = null;
            }
        }
    }
}
