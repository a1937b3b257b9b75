package dev.imagestore.reference.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rests for a second when no connection can be accepted, as with no file handles left, and says so once. */
final class Acceptance extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private boolean failing;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object connection) {
        failing = false;
        ctx.fireChannelRead(connection);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!failing) {
            LOG.error("no connection can be accepted, others go on: {}", cause.toString());
        }
        failing = true;
        ctx.channel().config().setAutoRead(false);
        ctx.executor().schedule(() -> ctx.channel().config().setAutoRead(true), 1, TimeUnit.SECONDS);
    }
}
