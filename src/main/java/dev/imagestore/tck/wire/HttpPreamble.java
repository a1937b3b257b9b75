package dev.imagestore.tck.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import java.nio.charset.StandardCharsets;

/** Lets nothing through that does not begin like an answer, so that a peer of another protocol is known at once. */
final class HttpPreamble extends ChannelInboundHandlerAdapter {

    private static final byte[] EXPECTED = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final int SHOWN = 16;

    private int matched;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf octets = (ByteBuf) message;
        for (int i = octets.readerIndex(); i < octets.writerIndex() && matched < EXPECTED.length; i++) {
            byte octet = octets.getByte(i);
            boolean leadingBreak = matched == 0 && (octet == '\r' || octet == '\n');
            if (!leadingBreak && octet != EXPECTED[matched++]) {
                String shown =
                        ByteBufUtil.hexDump(octets, octets.readerIndex(), Math.min(SHOWN, octets.readableBytes()));
                octets.release();
                context.fireExceptionCaught(
                        new DecoderException("not HTTP: the first octets do not read HTTP/ but (hex) " + shown));
                return;
            }
        }
        if (matched == EXPECTED.length) {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(octets);
    }
}
