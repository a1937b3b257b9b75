package dev.imagestore.reference.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/** Ways to end a connection that never cost the client an answer. */
final class Farewell {

    private static final long LONGEST_LINGERING_SECONDS = 10;

    private Farewell() {}

    /** Closes when everything written so far has left. */
    static void closeOnceFlushed(ChannelHandlerContext ctx) {
        flushed(ctx).addListener(future -> ctx.close());
    }

    /**
     * Closes the server's half when everything written has left, and all of it some time later. Until then the caller
     * must go on reading: closing with unread bytes would reset the connection and could destroy the answer.
     */
    static void linger(ChannelHandlerContext ctx) {
        if (ctx.channel() instanceof DuplexChannel duplex) {
            flushed(ctx).addListener(future -> shutDown(ctx, duplex));
            ctx.executor().schedule(() -> ctx.close(), LONGEST_LINGERING_SECONDS, TimeUnit.SECONDS);
        } else {
            closeOnceFlushed(ctx);
        }
    }

    /** TLS has an end of its own, which has to be said first. */
    private static void shutDown(ChannelHandlerContext ctx, DuplexChannel duplex) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        if (tls == null) {
            duplex.shutdownOutput();
        } else {
            tls.closeOutbound().addListener(future -> duplex.shutdownOutput());
        }
    }

    private static ChannelFuture flushed(ChannelHandlerContext ctx) {
        return ctx.writeAndFlush(Unpooled.EMPTY_BUFFER);
    }
}
