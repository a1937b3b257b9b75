package dev.imagestore.reference;

import dev.imagestore.reference.http.ClockControl;
import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes sessions whose time is over, and their staged bytes: now and then, and whenever the clock is moved. */
final class Sweeper implements ClockControl, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final AdvancingClock clock;
    private final Collaborators parts;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    });

    Sweeper(AdvancingClock clock, Collaborators parts) {
        this.clock = clock;
        this.parts = parts;
    }

    void start(Duration interval) {
        timer.scheduleWithFixedDelay(this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Instant advance(Duration by) {
        clock.advance(by);
        sweep();
        return clock.instant();
    }

    private void sweep() {
        try {
            parts.sessions().sweep().forEach(this::discard);
        } catch (RuntimeException e) {
            LOG.error("a sweep failed; the next one is not affected", e);
        }
    }

    private void discard(Upload upload) {
        try {
            parts.store().discard(upload);
        } catch (IOException e) {
            LOG.warn(
                    "staged bytes of session {}, which has expired, could not be removed: {}",
                    upload.id(),
                    e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
