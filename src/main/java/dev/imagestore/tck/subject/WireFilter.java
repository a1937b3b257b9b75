package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.ContentType;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets REST-assured speak through the wire client, so that polite requests are bounded and recorded like all others. One
 * instance for one request.
 */
final class WireFilter implements Filter {

    private final BiFunction<String, String, Exchange> send;
    private Optional<Exchange> exchange = Optional.empty();

    /** @param send from method and target to the exchange */
    WireFilter(BiFunction<String, String, Exchange> send) {
        this.send = send;
    }

    Exchange exchange() {
        return exchange.orElseThrow();
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        URI uri = URI.create(request.getURI());
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        Exchange done = send.apply(request.getMethod(), target);
        exchange = Optional.of(done);
        Answer answer = done.answer().filter(a -> done.answered()).orElseThrow(NoAnswer::new);
        return new ResponseBuilder()
                .setStatusCode(answer.status())
                .setStatusLine("HTTP/1.1 " + answer.status() + " " + answer.reason())
                .setHeaders(new Headers(
                        answer.headers().stream().map(WireFilter::header).toList()))
                .setContentType(ContentType.JSON) // or it would not be read as such, whatever it is
                .setBody(answer.bytes())
                .build();
    }

    private static io.restassured.http.Header header(Header header) {
        return new io.restassured.http.Header(header.name(), header.value());
    }

    /** REST-assured has no notion of a request without an answer. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
