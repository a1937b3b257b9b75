package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Exchange;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a target up after several exchanges in a row, of whichever cases, that brought no whole answer. One answer
 * starts the count anew. Without it a dead target would cost a time-out for every case.
 */
final class Lifeline {

    private static final int PATIENCE = 8;

    private final AtomicInteger silent = new AtomicInteger();
    private volatile Optional<String> lost = Optional.empty();

    /** @throws TargetLostException when the target has been given up */
    void check() {
        lost.ifPresent(reason -> {
            throw new TargetLostException(reason);
        });
    }

    void heard(Exchange exchange) {
        switch (exchange.ending()) {
            case COMPLETE, OVERSIZE -> silent.set(0);
            case CUT, ABANDONED -> {
                // our own doing, it says nothing
            }
            case TIMED_OUT, CLOSED, RESET, REFUSED, INVALID -> {
                if (silent.incrementAndGet() >= PATIENCE && lost.isEmpty()) {
                    lost = Optional.of("target lost: %d requests in a row without an answer, the last with %s"
                            .formatted(PATIENCE, Description.of(exchange)));
                }
            }
        }
    }

    Optional<String> lost() {
        return lost;
    }
}
