package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.BodySink;
import dev.imagestore.tck.wire.Tls;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * The content oracle of a template such as {@code http://host/raw/{path}}: 200 is the bytes, 404 that there is no such
 * file. Its exchanges are no traffic of the target and are not recorded.
 */
final class HttpOracle implements ByteOracle {

    private static final String EXAMPLE = "http://host/raw/{path}";

    private final HttpTemplate template;
    private final WireClient wire;

    /** @throws IllegalArgumentException when the template is no http URL with one {@code {path}} in its path */
    HttpOracle(String template, Duration timeout, Tls tls) {
        this.template = HttpTemplate.parse("the content oracle", template, EXAMPLE);
        this.wire = new WireClient(
                new WireSettings(this.template.endpoint(), timeout, SLACK, 1024, Redactor.none(), tls),
                Recording.discarding());
    }

    @Override
    public Optional<BodyDigest> copy(String path, BodySink sink, long maxBytes) {
        WireRequest request = WireRequest.of("GET", template.with(UriPath.encode(path)));
        Exchange exchange = wire.send(request, sink, maxBytes);
        int status = exchange.status().orElse(0);
        if (status == 200 && (exchange.answered() || exchange.ending() == Ending.OVERSIZE)) {
            return exchange.answer().map(Answer::body);
        }
        if (status == 404 && exchange.answered()) {
            return Optional.empty();
        }
        String problem =
                "the content oracle answered %s for %s; expected 200 or 404".formatted(Description.of(exchange), path);
        throw status == 200 && exchange.ending() != Ending.TIMED_OUT
                ? new BrokenOffException(problem)
                : new InstrumentException(problem);
    }

    @Override
    public void close() {
        wire.close();
    }
}
