package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Header;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMessage;
import java.util.ArrayList;
import java.util.List;

/** Header fields that also remember how they were received. */
public final class ReceivedHeaders extends DefaultHttpHeaders {

    static final HttpHeadersFactory FACTORY = new HttpHeadersFactory() {
        @Override
        public HttpHeaders newHeaders() {
            return new ReceivedHeaders();
        }

        @Override
        public HttpHeaders newEmptyHeaders() {
            return new ReceivedHeaders();
        }
    };

    private final List<Header> fields = new ArrayList<>();

    private ReceivedHeaders() {
        super(
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).getNameValidator(),
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).getValueValidator());
    }

    /** The fields of a head as they were received; decoders tidy those that frame the body. */
    public static List<Header> of(HttpMessage head) {
        return head.headers() instanceof ReceivedHeaders received ? List.copyOf(received.fields) : List.of();
    }

    @Override
    public HttpHeaders add(CharSequence name, Object value) {
        fields.add(new Header(name.toString(), value.toString()));
        return super.add(name, value);
    }
}
