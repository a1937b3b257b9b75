package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.Description;
import dev.imagestore.tck.subject.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call and what came of it.
 *
 * @param change what a refusal has changed, although it must change nothing
 */
record Attempt(Upload upload, Operation operation, Exchange exchange, Optional<String> change) {

    private static final Pattern TIMEOUT = Pattern.compile("[?&]timeout=(\\d{1,10})(?:&|$)");

    int status() {
        return exchange.answered() ? exchange.status().orElse(0) : 0;
    }

    boolean accepted() {
        return status() >= 200 && status() < 300;
    }

    /** Answered, and not with success. */
    boolean refused() {
        return status() >= 300;
    }

    /** Answered that the time was up: whether the call took effect is open. */
    boolean timedOut() {
        return status() == 504;
    }

    /** The time that the request itself states has passed; a server may be that slow. */
    boolean timeIsUp() {
        Matcher stated = TIMEOUT.matcher(exchange.request().target());
        return stated.find()
                && exchange.endedAfter().compareTo(Duration.ofSeconds(Long.parseLong(stated.group(1)))) >= 0;
    }

    /** An answer that says only that the target cannot answer now. */
    boolean unavailable() {
        return (status() == 503 || status() == 429)
                && exchange.answer().flatMap(a -> a.header("Retry-After")).isPresent();
    }

    boolean of(Operation wanted) {
        return operation == wanted;
    }

    String observed() {
        return Description.of(exchange);
    }
}
