package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Header;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decodes answers as leniently as they can still be framed, and bounded. */
final class AnswerDecoder extends HttpResponseDecoder {

    private static final int MAX_STATUS_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 64 * 1024 - MAX_STATUS_LINE;
    private static final int MAX_PIECE = 64 * 1024;

    private final BooleanSupplier bodiless;

    /** Answers to requests of one method. */
    AnswerDecoder(String method) {
        this(() -> method.equals("HEAD"));
    }

    /** @param bodiless whether the next answer has no body, whatever its head says */
    AnswerDecoder(BooleanSupplier bodiless) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_STATUS_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxChunkSize(MAX_PIECE)
                .setAllowDuplicateContentLengths(true)
                .setStrictLineParsing(false)
                .setUseRfc9112TransferEncoding(false)
                .setHeadersFactory(new AsReceived())
                .setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false)));
        this.bodiless = bodiless;
    }

    /** The fields of the head as they were received; the decoder itself tidies those that frame the body. */
    static List<Header> headers(HttpResponse head) {
        return head.headers() instanceof ReceivedHeaders received ? received.fields : List.of();
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return bodiless.getAsBoolean() || super.isContentAlwaysEmpty(message);
    }

    private static final class AsReceived implements HttpHeadersFactory {
        @Override
        public HttpHeaders newHeaders() {
            return new ReceivedHeaders();
        }

        @Override
        public HttpHeaders newEmptyHeaders() {
            return new ReceivedHeaders();
        }
    }

    private static final class ReceivedHeaders extends DefaultHttpHeaders {
        private final List<Header> fields = new ArrayList<>();

        ReceivedHeaders() {
            super(
                    DefaultHttpHeadersFactory.headersFactory()
                            .withValidation(false)
                            .getNameValidator(),
                    DefaultHttpHeadersFactory.headersFactory()
                            .withValidation(false)
                            .getValueValidator());
        }

        @Override
        public HttpHeaders add(CharSequence name, Object value) {
            fields.add(new Header(name.toString(), value.toString()));
            return super.add(name, value);
        }
    }
}
