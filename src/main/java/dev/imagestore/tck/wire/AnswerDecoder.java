package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Header;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decodes answers as leniently as they can still be framed, and bounded. */
public final class AnswerDecoder extends HttpResponseDecoder {

    private static final int MAX_STATUS_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 64 * 1024 - MAX_STATUS_LINE;
    private static final int MAX_PIECE = 64 * 1024;

    private final BooleanSupplier bodiless;

    /** Answers to requests of one method. */
    AnswerDecoder(String method) {
        this(() -> method.equals("HEAD"));
    }

    /** @param bodiless whether the next answer has no body, whatever its head says */
    public AnswerDecoder(BooleanSupplier bodiless) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_STATUS_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_PIECE)
                .setAllowDuplicateContentLengths(true)
                .setStrictLineParsing(false)
                .setUseRfc9112TransferEncoding(false)
                .setHeadersFactory(ReceivedHeaders.FACTORY)
                .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false)));
        this.bodiless = bodiless;
    }

    /** The fields of the head as they were received; the decoder itself tidies those that frame the body. */
    static List<Header> headers(HttpResponse head) {
        return ReceivedHeaders.of(head);
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return bodiless.getAsBoolean() || super.isContentAlwaysEmpty(message);
    }
}
