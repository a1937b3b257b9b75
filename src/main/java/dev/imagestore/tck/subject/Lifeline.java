package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a target up after several exchanges in a row, of whichever cases, that brought no whole answer, or sooner when no
 * connection could be made for them; one answer starts the count anew, and what was under way at the same time counts once,
 * since a target may fail at nothing but that. Also when answers that never came have cost too much
 * time in all. Without it a dead target would cost a time-out for every case. Safe for many threads.
 */
final class Lifeline {

    private static final int SILENT = 8;
    private static final int REFUSED = 5;
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Set<Long> silence = new HashSet<>();
    private int silent;
    private int refused;
    private Instant silentUntil = Instant.MIN;
    private Duration waited = Duration.ZERO;
    private Instant waitedUntil = Instant.MIN;
    private volatile Optional<String> lost = Optional.empty();

    /** @throws TargetLostException when the target has been given up */
    void check() {
        lost.ifPresent(reason -> {
            throw new TargetLostException(reason);
        });
    }

    synchronized void heard(Exchange exchange) {
        switch (exchange.ending()) {
            case COMPLETE, OVERSIZE -> answered();
            case CUT, ABANDONED -> {
                // our own doing, it says nothing
            }
            case TIMED_OUT, CLOSED, RESET, REFUSED, INVALID -> unanswered(exchange);
        }
    }

    private void answered() {
        if (lost.isEmpty()) {
            silent = 0;
            silence.clear();
            refused = 0;
            silentUntil = Instant.MIN;
        }
    }

    private void unanswered(Exchange exchange) {
        Instant end = exchange.started().plus(exchange.endedAfter());
        silence.add(exchange.number());
        if (!exchange.started().isBefore(silentUntil)) {
            silentUntil = end;
            silent++;
            refused = exchange.ending() == Ending.REFUSED ? refused + 1 : 0;
        }
        if (exchange.ending() == Ending.TIMED_OUT) {
            waited(exchange.started(), end);
        }
        if (lost.isPresent()) {
            return;
        }
        String last = Description.of(exchange);
        if (refused >= REFUSED) {
            lost = Optional.of(
                    "target lost: %d connections in a row refused, the last with %s".formatted(refused, last));
        } else if (silent >= SILENT) {
            lost = Optional.of(
                    "target lost: %d requests in a row without an answer, the last with %s".formatted(silent, last));
        } else if (waited.compareTo(LONGEST) > 0) {
            lost = Optional.of("target lost: %d s spent on answers that never came, the last with %s"
                    .formatted(waited.toSeconds(), last));
        }
    }

    /** Time that several waited at once counts once. */
    private void waited(Instant from, Instant until) {
        Instant start = from.isBefore(waitedUntil) ? waitedUntil : from;
        if (start.isBefore(until)) {
            waited = waited.plus(Duration.between(start, until));
            waitedUntil = until;
        }
    }

    Optional<String> lost() {
        return lost;
    }

    /** The numbers of the exchanges without an answer that a lost target ended in. */
    synchronized Set<Long> lastSilence() {
        return lost.isPresent() ? Set.copyOf(silence) : Set.of();
    }
}
