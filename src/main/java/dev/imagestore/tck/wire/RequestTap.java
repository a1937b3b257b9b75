package dev.imagestore.tck.wire;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;

/** Decodes requests that pass by, as leniently as they can still be framed. */
public final class RequestTap extends HttpRequestDecoder {

    private static final int MAX_REQUEST_LINE = 64 * 1024;
    private static final int MAX_HEADERS = 256 * 1024;
    private static final int MAX_PIECE = 1 << 20;

    public RequestTap() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_PIECE)
                .setAllowDuplicateContentLengths(true)
                .setStrictLineParsing(false)
                .setUseRfc9112TransferEncoding(false)
                .setHeadersFactory(ReceivedHeaders.FACTORY)
                .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false)));
    }
}
