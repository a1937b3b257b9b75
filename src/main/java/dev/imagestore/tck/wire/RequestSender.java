package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;

/**
 * Puts one request on the socket, a piece of its body at a time: the next is made when the last was written. What
 * counts as sent is what the socket took, to the octet. Confined to the channel's event loop.
 */
final class RequestSender {

    /** What sending can lead to; called on the event loop. */
    interface Events {

        /** The body was written as far as it was to be, and is to end there. */
        void cut();

        /** All of head and body was written, or what was let go of it. */
        default void written() {}

        /** The socket takes no more. */
        void writeFailed(Throwable cause);

        /** The body could not be made or stored: our own fault. */
        void broken(RuntimeException cause);
    }

    private static final int PIECE = 64 * 1024;

    private final byte[] head;
    private final RequestBody.Content body;
    private final long limit;
    private final boolean cutting;
    private final SentBody sent;
    private final Events events;

    private long allowed;
    private boolean begun;
    private boolean flying;
    private boolean headSent;
    private long lastSentNanos;
    private boolean stopped;

    RequestSender(byte[] head, WireRequest request, BodyStore bodies, Events events) {
        this.head = head;
        this.body = request.body() instanceof RequestBody.Content content
                ? content
                : new RequestBody.Content(0, (position, into) -> {});
        this.cutting = request.cutAfter().isPresent();
        this.limit = Math.min(body.length(), request.cutAfter().orElse(Long.MAX_VALUE));
        this.allowed = limit;
        this.sent = new SentBody(bodies.open());
        this.events = events;
    }

    void start(Channel channel) {
        channel.write(Unpooled.wrappedBuffer(head)).addListener(written -> headWritten(written));
        if (allowed > 0) {
            next(channel);
        } else {
            channel.flush();
        }
    }

    /** Holds the body back behind that octet; to be called before the start. */
    void hold(long octets) {
        allowed = Math.min(limit, octets);
    }

    /** Lets the body go on to that octet; to be called after the start. */
    void release(Channel channel, long octets) {
        allowed = Math.max(allowed, Math.min(limit, octets));
        if (!flying && !stopped && sent.length() < allowed) {
            next(channel);
        }
    }

    /** Whether nothing more goes out unless the body is released. */
    boolean resting() {
        return stopped || (headSent && sent.length() == allowed);
    }

    /** Makes no more pieces; one that is on its way still counts as far as it gets. */
    void stop() {
        stopped = true;
    }

    private void headWritten(Future<?> written) {
        if (!written.isSuccess()) {
            failed(written.cause());
            return;
        }
        headSent = true;
        lastSentNanos = System.nanoTime();
        if (allowed == 0) {
            end();
        }
    }

    private void next(Channel channel) {
        if (!begun) {
            begun = true;
            sent.begin(channel.alloc(), PIECE);
        }
        ByteBuf piece;
        try {
            piece = sent.fill((int) Math.min(PIECE, allowed - sent.length()), body.source());
        } catch (RuntimeException e) {
            broken(e);
            return;
        }
        flying = true;
        ChannelFuture flight = channel.writeAndFlush(piece);
        sent.inFlight(flight);
        flight.addListener(written -> pieceWritten(channel, written));
    }

    private void pieceWritten(Channel channel, Future<?> written) {
        flying = false;
        try {
            sent.land();
        } catch (RuntimeException e) {
            broken(e);
            return;
        }
        if (!written.isSuccess()) {
            failed(written.cause());
            return;
        }
        lastSentNanos = System.nanoTime();
        if (sent.length() == allowed) {
            end();
        } else if (!stopped) {
            next(channel);
        }
    }

    private void broken(RuntimeException cause) {
        stop();
        events.broken(cause);
    }

    private void end() {
        if (stopped) {
            return;
        }
        if (cutting && sent.length() == limit) {
            events.cut();
        } else {
            events.written();
        }
    }

    private void failed(Throwable cause) {
        stop();
        events.writeFailed(cause);
    }

    /** A number that grows whenever the socket takes something. */
    long progress() {
        return sent.progress() + (headSent ? 1 : 0);
    }

    /** Ends the sending and stores what was sent of the body. To be called once, while the channel is still open. */
    BodyDigest settle() {
        stop();
        return sent.settle();
    }

    boolean whole() {
        return headSent && sent.length() == body.length();
    }

    /** When the socket took the last octet, by {@link System#nanoTime}; {@code otherwise} when it took none. */
    long lastSentNanos(long otherwise) {
        return headSent ? lastSentNanos : otherwise;
    }
}
