package dev.imagestore.reference.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the pipeline: a connection that failed is logged once, if it is our fault, and closed. */
final class Faults extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        boolean atOtherEnd = cause instanceof IOException
                || (cause instanceof DecoderException && cause.getCause() instanceof IOException);
        if (atOtherEnd) {
            LOG.debug("a connection was lost: {}", cause.toString());
        } else {
            LOG.error("a connection failed", cause);
        }
        ctx.close();
    }
}
