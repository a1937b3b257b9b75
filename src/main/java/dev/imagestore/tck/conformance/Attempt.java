package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.Description;
import dev.imagestore.tck.subject.Operation;
import java.util.Optional;

/**
 * A call and what came of it.
 *
 * @param change what a refusal has changed, although it must change nothing
 */
record Attempt(Upload upload, Operation operation, Exchange exchange, Optional<String> change) {

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
