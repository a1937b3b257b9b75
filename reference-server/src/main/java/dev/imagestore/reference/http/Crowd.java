package dev.imagestore.reference.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;

/** One connection too many: it is told so, whatever it wants, and closed. */
final class Crowd extends ChannelInboundHandlerAdapter {

    static final FabricError ERROR =
            new FabricError(503, "FABRIC_E_SERVICE_TOO_BUSY", "There are as many connections as this server takes");

    private final Responder responder;
    private final ReplySender sender;

    Crowd(Responder responder, ReplySender sender) {
        this.responder = responder;
        this.sender = sender;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        sender.send(ctx, responder.error(ERROR, Map.of("Retry-After", "60")), false, false, false);
        Farewell.linger(ctx);
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
        ctx.read();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.close();
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }
}
