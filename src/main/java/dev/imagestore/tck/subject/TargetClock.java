package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.Tls;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.time.Duration;

/**
 * Moves the target's time on, through a template such as {@code http://host/clock?advance={seconds}}: a POST, and any 2xx
 * says that it is done. Its exchanges are no traffic of the target and are not recorded.
 */
public final class TargetClock implements AutoCloseable {

    private static final String EXAMPLE = "http://host/clock?advance={seconds}";
    private static final long LONGEST_ANSWER = 64 << 10;

    private final HttpTemplate template;
    private final WireClient wire;

    /** @throws IllegalArgumentException when the template is no http URL with {@code {seconds}} behind its host */
    public TargetClock(String template, Duration timeout, Tls tls) {
        this.template = HttpTemplate.parse("the clock", template, EXAMPLE);
        this.wire = new WireClient(
                new WireSettings(this.template.endpoint(), timeout, LONGEST_ANSWER, 1024, Redactor.none(), tls),
                Recording.discarding());
    }

    /**
     * Moves the target's time on by so many whole seconds.
     *
     * @throws InstrumentException when the clock does not answer as agreed
     */
    public void advance(Duration time) {
        WireRequest request = WireRequest.of("POST", template.with(String.valueOf(time.toSeconds())))
                .header("Content-Length", "0");
        Exchange exchange = wire.send(request);
        if (!exchange.answered() || exchange.status().orElse(0) / 100 != 2) {
            throw new InstrumentException("the clock answered %s when asked to advance by %d seconds; expected 2xx"
                    .formatted(Description.of(exchange), time.toSeconds()));
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
