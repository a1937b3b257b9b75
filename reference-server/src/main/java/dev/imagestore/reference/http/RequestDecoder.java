package dev.imagestore.reference.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.List;

/**
 * Decodes requests, and refuses one that is framed in two ways at once (RFC 9112, 6.1). A client that falls silent in
 * the middle of a head, or takes longer for it than from one beat to the one after the next, gets a request that failed, so that it is answered; nobody else would know that it began one.
 */
final class RequestDecoder extends HttpRequestDecoder {

    /** Large enough that a piece of a body is handed on as it was read. */
    private static final int LARGEST_PIECE = 1 << 20;

    private boolean betweenRequests = true;
    private boolean headBegun;
    private int beatsInHead;

    RequestDecoder(HttpSettings settings) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.uriSize())
                .setMaxHeaderSize(settings.headerSize())
                .setMaxChunkSize(LARGEST_PIECE));
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        super.decode(ctx, in, out);
        if (!out.isEmpty()) {
            betweenRequests = out.get(out.size() - 1) instanceof LastHttpContent;
        }
        headBegun = out.isEmpty() && betweenRequests;
        if (!headBegun) {
            beatsInHead = 0;
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        boolean beat = event == Metronome.BEAT && headBegun;
        beatsInHead += beat ? 1 : 0;
        if (headBegun && (event instanceof IdleStateEvent || beatsInHead == 2)) {
            DefaultFullHttpRequest unfinished = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
            unfinished.setDecoderResult(DecoderResult.failure(ReadTimeoutException.INSTANCE));
            ctx.fireChannelRead(unfinished);
        } else {
            super.userEventTriggered(ctx, event);
        }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding together");
    }
}
