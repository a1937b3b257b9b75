package dev.imagestore.reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Another clock, and by how much it was advanced. Safe for use by several threads. */
final class AdvancingClock extends Clock {

    private final Clock real;
    private final AtomicReference<Duration> ahead;

    AdvancingClock(Clock real) {
        this(real, new AtomicReference<>(Duration.ZERO));
    }

    private AdvancingClock(Clock real, AtomicReference<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    void advance(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new AdvancingClock(real.withZone(zone), ahead);
    }
}
