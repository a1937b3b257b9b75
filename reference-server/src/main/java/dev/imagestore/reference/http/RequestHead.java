package dev.imagestore.reference.http;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the head of a request means for the connection that it came on. */
record RequestHead(HttpRequest request) {

    private static final Pattern HOST = Pattern.compile("[\\w.~!$&'()*+,;=%:\\[\\]-]*");

    /** So much of an unwanted body is read to keep a connection in use. */
    static final long WORTH_DRAINING = 4L * 1024 * 1024;

    /** @throws ProtocolException if the request is not sound HTTP/1.x, so that no further one can be found behind it */
    void requireSound() {
        if (request.decoderResult().isFailure()) {
            throw new ProtocolException(error(request.decoderResult().cause()));
        }
        if (request.protocolVersion().majorVersion() != 1) {
            throw new ProtocolException(
                    new FabricError(505, FabricError.INVALID_ARGUMENT, "The protocol here is HTTP/1.1"));
        }
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts != 1 && request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            throw new ProtocolException(FabricError.invalidArgument("One Host field is required, not " + hosts));
        }
        if (hosts > 0
                && !HOST.matcher(request.headers().get(HttpHeaderNames.HOST)).matches()) {
            throw new ProtocolException(FabricError.invalidArgument("The Host field names no host"));
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty()
                && !(codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0)))) {
            throw new ProtocolException(
                    new FabricError(501, "E_NOTIMPL", "The only transfer coding here is 'chunked'"));
        }
    }

    static FabricError error(Throwable fault) {
        if (fault instanceof TooLongHttpLineException) {
            return new FabricError(414, "FABRIC_E_VALUE_TOO_LARGE", "The request line is too long");
        }
        if (fault instanceof TooLongHttpHeaderException || fault instanceof TooLongFrameException) {
            return new FabricError(431, "FABRIC_E_VALUE_TOO_LARGE", "The header section is too large");
        }
        if (fault instanceof ReadTimeoutException) {
            return new FabricError(408, "FABRIC_E_TIMEOUT", "The rest of the request did not come in time");
        }
        return FabricError.invalidArgument("The request is not well-formed HTTP: " + fault.getMessage());
    }

    /** @throws ProtocolException if the client expects something that is unknown */
    void requireKnownExpectation() {
        String expectation = request.headers().get(HttpHeaderNames.EXPECT);
        if (expectation != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expectation)) {
            throw new ProtocolException(new FabricError(
                    417, FabricError.INVALID_ARGUMENT, "The expectation '" + expectation + "' cannot be met"));
        }
    }

    /** Whether the client knows transfer codings. */
    boolean understandsCodings() {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    boolean expectsContinue() {
        return HttpUtil.is100ContinueExpected(request);
    }

    boolean wantsPersistence() {
        return HttpUtil.isKeepAlive(request);
    }

    /** Whether the connection can go on although nobody wants the body of this request. */
    boolean bodyCanBeDrained() {
        boolean mayNeverCome =
                request.headers().contains(HttpHeaderNames.EXPECT) && (isChunked() || contentLength() > 0);
        return !mayNeverCome && contentLength() <= WORTH_DRAINING;
    }

    boolean isChunked() {
        return HttpUtil.isTransferEncodingChunked(request);
    }

    /** The length of the body, 0 if there is none or if it is chunked. */
    long contentLength() {
        return isChunked() ? 0 : HttpUtil.getContentLength(request, 0L);
    }

    /** The values of all Content-Range lines. */
    List<String> contentRange() {
        return request.headers().getAll(HttpHeaderNames.CONTENT_RANGE);
    }

    /** The cluster that the request is meant for, if it says. */
    @Nullable
    String clusterId() {
        return request.headers().get("ClusterId");
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }
}
