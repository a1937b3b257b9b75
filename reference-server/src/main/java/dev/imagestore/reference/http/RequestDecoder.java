package dev.imagestore.reference.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Decodes requests, and refuses one that is framed in two ways at once (RFC 9112, 6.1). */
final class RequestDecoder extends HttpRequestDecoder {

    /** Large enough that a piece of a body is handed on as it was read. */
    private static final int LARGEST_PIECE = 1 << 20;

    RequestDecoder(HttpSettings settings) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.uriSize())
                .setMaxHeaderSize(settings.headerSize())
                .setMaxChunkSize(LARGEST_PIECE));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding together");
    }
}
