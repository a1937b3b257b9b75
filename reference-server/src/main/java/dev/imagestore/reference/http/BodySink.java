package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import io.netty.buffer.ByteBuf;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;

/**
 * Where the body of a request goes. {@link #write}, {@link #complete}, {@link #close} and {@link #isOver} are called
 * on the disk executor, one after the other; the rest on the event loop.
 */
interface BodySink extends Closeable {

    /** Whether the bytes are to be written anywhere; if not, the three methods of the disk are not called. */
    default boolean wantsBytes() {
        return true;
    }

    /** Whether what the bytes were for is over, so that it is no fault when they cannot be written. */
    default boolean isOver() {
        return false;
    }

    /** The least number of bytes that the body must have. */
    default long shortest() {
        return 0;
    }

    /** The most bytes that the body may have. */
    long longest();

    /** Writes a piece that starts at an offset into the body, without releasing it. */
    void write(ByteBuf piece, long offset) throws IOException;

    /**
     * The body is whole and written.
     *
     * @param at when the last of it came
     */
    void complete(Instant at) throws IOException;

    /** Nothing more will be written. */
    @Override
    void close() throws IOException;

    /**
     * Called last, when nothing is being written any more.
     *
     * @param at when the body ended; if it is whole, the same as for {@link #complete}
     */
    Opening.Outcome ended(BodyEnd end, Instant at);
}
