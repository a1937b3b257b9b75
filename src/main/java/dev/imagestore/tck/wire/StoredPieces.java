package dev.imagestore.tck.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;

/**
 * A stored body on its way through TLS, which takes no file as it is: the next piece is read when the socket took the one
 * before. Confined to the channel's event loop.
 */
final class StoredPieces {

    private static final int PIECE = 64 << 10;

    private final Channel channel;
    private final StoredBytes body;
    private final long limit;
    private final ChannelPromise done;
    private long transferred;

    private StoredPieces(Channel channel, StoredBytes body, long limit) {
        this.channel = channel;
        this.body = body;
        this.limit = limit;
        this.done = channel.newPromise();
    }

    /** Begins to send the octets before {@code limit}. */
    static StoredPieces send(Channel channel, StoredBytes body, long limit) {
        StoredPieces sending = new StoredPieces(channel, body, limit);
        sending.next();
        return sending;
    }

    /** Fails with a {@link RuntimeException} when the file cannot be read, else when the socket takes no more. */
    ChannelFuture done() {
        return done;
    }

    /** How many octets the socket took. */
    long transferred() {
        return transferred;
    }

    private void next() {
        if (transferred == limit) {
            done.setSuccess();
            return;
        }
        ByteBuf piece;
        try {
            piece = SmallBodies.read(body, transferred, (int) Math.min(PIECE, limit - transferred), channel.alloc());
        } catch (RuntimeException e) {
            done.setFailure(e);
            return;
        }
        int length = piece.readableBytes();
        channel.writeAndFlush(piece).addListener(written -> {
            if (written.isSuccess()) {
                transferred += length;
                next();
            } else {
                done.setFailure(written.cause());
            }
        });
    }
}
