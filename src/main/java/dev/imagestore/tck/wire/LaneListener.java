package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Exchange;

/** Hears how an exchange ended. Called on an event loop, once: it must not wait. */
@FunctionalInterface
public interface LaneListener {

    /** Times are those of {@link System#nanoTime}. */
    void ended(Exchange exchange, long startedNanos, long endedNanos);
}
