package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an answer is waited for. As long as was asked for, until several did not come in that time; from then on it goes
 * by what the answers that do come take. A slow target keeps its time, and one that leaves requests unanswered does not
 * take it for each of them.
 */
final class Patience {

    private static final int IN_FULL = 4;
    private static final int IN_PART = 12;
    private static final Step LESS = new Step(Duration.ofSeconds(1), 5);
    private static final Step LEAST = new Step(Duration.ofMillis(250), 3);

    /** Not shorter than the one, and not than so many times the slowest answer. */
    private record Step(Duration least, int slowest) {}

    private final Duration asked;
    private final AtomicInteger inVain = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();

    Patience(Duration asked) {
        this.asked = asked;
    }

    void heard(Exchange exchange) {
        if (exchange.ending() == Ending.TIMED_OUT) {
            inVain.incrementAndGet();
        } else if (exchange.answered()) {
            long took = exchange.endedAfter().minus(exchange.sentAfter()).toNanos();
            slowestNanos.accumulateAndGet(took, Math::max);
        }
    }

    /** For the next answer. */
    Duration next() {
        int vain = inVain.get();
        return vain < IN_FULL ? asked : after(vain < IN_PART ? LESS : LEAST);
    }

    private Duration after(Step step) {
        Duration bySlowest = Duration.ofNanos(slowestNanos.get()).multipliedBy(step.slowest());
        Duration longer = bySlowest.compareTo(step.least()) > 0 ? bySlowest : step.least();
        return longer.compareTo(asked) > 0 ? asked : longer;
    }
}
