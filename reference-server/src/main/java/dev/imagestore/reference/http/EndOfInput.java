package dev.imagestore.reference.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/**
 * Turns the event that the client will send no more into a message. Events overtake messages that wait for their turn;
 * a client that closes its half right after a request must still be served.
 */
final class EndOfInput extends ChannelInboundHandlerAdapter {

    static final Object MESSAGE = new Object();

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.fireChannelRead(MESSAGE);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }
}
