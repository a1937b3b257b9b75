package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Ending;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hands what passes on one connection to its tap, on a thread that may wait for the disk, in order. It knows how much is
 * waiting, so that the connection can be slowed down before memory runs out.
 */
final class Recorder {

    private static final long MUCH = 8 << 20;
    private static final long LITTLE = 2 << 20;

    private final Ledger ledger;
    private final Executor thread;
    private final AtomicLong waiting = new AtomicLong();
    private volatile Runnable resume = () -> {};
    private volatile boolean full;
    private @Nullable Tap tap; // of the thread alone

    Recorder(Ledger ledger, Executor thread) {
        this.ledger = ledger;
        this.thread = thread;
    }

    /** To be called, on any thread, when a recorder that was full is so no more. */
    void onResume(Runnable runnable) {
        resume = runnable;
    }

    /** Whether more than enough is waiting. */
    boolean isFull() {
        return full;
    }

    void passed(ByteBuf octets, boolean fromClient) {
        int size = octets.readableBytes();
        ByteBuf copy = octets.retainedDuplicate();
        Instant now = Instant.now();
        if (waiting.addAndGet(size) > MUCH) {
            full = true;
        }
        thread.execute(() -> {
            if (fromClient) {
                tap().fromClient(copy, now);
            } else {
                tap().fromTarget(copy, now);
            }
            if (waiting.addAndGet(-size) < LITTLE && full) {
                full = false;
                resume.run();
            }
        });
    }

    void clientFinished() {
        thread.execute(() -> tap().clientFinished());
    }

    void clientClosed() {
        Instant now = Instant.now();
        thread.execute(() -> tap().clientClosed(now));
    }

    void targetClosed(Ending ending, String problem) {
        Instant now = Instant.now();
        thread.execute(() -> tap().targetClosed(ending, problem, now));
    }

    private Tap tap() {
        Tap known = tap;
        if (known == null) {
            known = new Tap(ledger);
            tap = known;
        }
        return known;
    }
}
