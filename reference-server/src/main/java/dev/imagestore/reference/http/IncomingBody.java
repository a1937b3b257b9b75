package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of one request on its way to its sink. Lives on one event loop; a batch of bytes at a time is with the disk
 * executor while the next one comes in. The sink is told of the end once, and only when nothing is being written.
 */
final class IncomingBody {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingBody.class);
    private static final int BATCH = 256 * 1024;
    private static final int MOST_WAITING = 1024 * 1024;

    /** What the connection is told, on the event loop. */
    interface Listener {
        /** A batch is written; there may be room for more of the body. */
        void written();

        void ended(Opening.Outcome outcome);
    }

    private final BodySink sink;
    private final Clock clock;
    private final Executor disk;
    private final Executor loop;
    private final Listener listener;

    private List<ByteBuf> waiting = new ArrayList<>();
    private int bytesWaiting;
    private long bytesReceived;
    private boolean writing;
    private @Nullable BodyEnd end;
    private Instant endedAt = Instant.EPOCH;

    IncomingBody(BodySink sink, Clock clock, Executor disk, Executor loop, Listener listener) {
        this.sink = sink;
        this.clock = clock;
        this.disk = disk;
        this.loop = loop;
        this.listener = listener;
    }

    boolean wantsMore() {
        return end == null && bytesWaiting < MOST_WAITING;
    }

    /** Takes the next piece of the body, and with it the duty to release it. */
    void add(ByteBuf piece) {
        bytesReceived += piece.readableBytes();
        if (end != null || !sink.wantsBytes()) {
            piece.release();
        } else {
            waiting.add(piece);
            bytesWaiting += piece.readableBytes();
        }
        if (bytesReceived > sink.longest()) {
            finish(BodyEnd.TOO_LONG);
        } else if (bytesWaiting >= BATCH) {
            advance();
        }
    }

    long bytesReceived() {
        return bytesReceived;
    }

    /** The body ended where its framing says it ends. */
    void end() {
        finish(bytesReceived < sink.shortest() ? BodyEnd.TOO_SHORT : BodyEnd.WHOLE);
    }

    /** The body will not come to its end. */
    void cut() {
        finish(BodyEnd.CUT);
    }

    private void finish(BodyEnd how) {
        if (end == null) {
            end = how;
            endedAt = clock.instant();
            advance();
        }
    }

    private void advance() {
        if (writing) {
            return;
        }
        if (!sink.wantsBytes()) {
            tellIfEnded();
            return;
        }
        writing = true;
        List<ByteBuf> batch = waiting;
        long offset = bytesReceived - bytesWaiting;
        waiting = new ArrayList<>();
        bytesWaiting = 0;
        BodyEnd known = end;
        Instant at = endedAt;
        disk.execute(() -> {
            BodyEnd outcome = write(batch, offset, known, at);
            loop.execute(() -> written(outcome));
        });
    }

    /** Runs on the disk executor: writes, and closes the sink if this is the end. */
    private @Nullable BodyEnd write(List<ByteBuf> batch, long offset, @Nullable BodyEnd known, Instant at) {
        BodyEnd outcome = known;
        try {
            if (known == null || known == BodyEnd.WHOLE) {
                long next = offset;
                for (ByteBuf piece : batch) {
                    sink.write(piece, next);
                    next += piece.readableBytes();
                }
            }
            if (known == BodyEnd.WHOLE) {
                sink.complete(at);
            }
        } catch (IOException | RuntimeException e) {
            outcome = notStored(e);
        } finally {
            batch.forEach(ByteBuf::release);
        }
        if (outcome != null) {
            outcome = close(outcome);
        }
        return outcome;
    }

    private BodyEnd close(BodyEnd outcome) {
        try {
            sink.close();
            return outcome;
        } catch (IOException | RuntimeException e) {
            return notStored(e);
        }
    }

    private BodyEnd notStored(Exception fault) {
        if (!sink.isOver()) {
            LOG.error("{} could not be stored: {}", sink, fault.toString());
        }
        return BodyEnd.NOT_STORED;
    }

    private void written(@Nullable BodyEnd outcome) {
        writing = false;
        if (outcome != null) {
            end = outcome;
            waiting.forEach(ByteBuf::release);
            waiting.clear();
            tellIfEnded();
        } else {
            if (end != null || bytesWaiting >= BATCH) {
                advance();
            }
            listener.written();
        }
    }

    private void tellIfEnded() {
        if (end != null) {
            listener.ended(sink.ended(end, endedAt));
        }
    }
}
