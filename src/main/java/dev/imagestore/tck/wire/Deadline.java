package dev.imagestore.tck.wire;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs out when for the whole timeout nothing could be sent; what is received does not count. Confined to its executor.
 */
final class Deadline {

    private static final int LOOKS = 4; // a timeout, to see when progress was made

    private final EventExecutor executor;
    private final long timeoutNanos;
    private final LongSupplier progress;
    private final Runnable expired;
    private long seen;
    private long since = System.nanoTime();
    private @Nullable Future<?> look;

    private Deadline(EventExecutor executor, Duration timeout, LongSupplier progress, Runnable expired) {
        this.executor = executor;
        this.timeoutNanos = timeout.toNanos();
        this.progress = progress;
        this.expired = expired;
    }

    static Deadline start(EventExecutor executor, Duration timeout, LongSupplier progress, Runnable expired) {
        Deadline deadline = new Deadline(executor, timeout, progress, expired);
        deadline.look();
        return deadline;
    }

    private void look() {
        long now = System.nanoTime();
        long made = progress.getAsLong();
        if (made != seen) {
            seen = made;
            since = now;
        }
        long left = timeoutNanos - (now - since);
        if (left <= 0) {
            expired.run();
        } else {
            look = executor.schedule(this::look, Math.min(left, timeoutNanos / LOOKS + 1), TimeUnit.NANOSECONDS);
        }
    }

    void cancel() {
        if (look != null) {
            look.cancel(false);
        }
    }
}
