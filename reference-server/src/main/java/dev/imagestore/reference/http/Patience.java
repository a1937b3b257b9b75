package dev.imagestore.reference.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;

/**
 * Keeps asking until a whole message has come. What was read may be less than a message, and flow control then forgets
 * that one is wanted.
 */
final class Patience extends ChannelDuplexHandler {

    private boolean wanted;

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (!wanted) {
            wanted = true;
            ctx.read();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        wanted = false;
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (wanted) {
            ctx.read();
        }
    }
}
