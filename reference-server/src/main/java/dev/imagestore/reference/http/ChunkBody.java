package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of one admitted chunk on its way to the disk. Lives on one event loop; a batch of bytes at a time is with the
 * disk executor while the next one comes in. The reservation is settled once, and only when nothing is being written.
 */
final class ChunkBody {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkBody.class);
    private static final int BATCH = 256 * 1024;
    private static final int MOST_WAITING = 1024 * 1024;

    /** What the connection is told, on the event loop. */
    interface Listener {
        /** A batch is written; there may be room for more of the body. */
        void written();

        void settled(Settlement settlement);
    }

    private final Reservation reservation;
    private final Sessions sessions;
    private final Store store;
    private final Executor disk;
    private final Executor loop;
    private final Listener listener;

    private final @Nullable ChunkWriter writer;
    private List<ByteBuf> waiting = new ArrayList<>();
    private int bytesWaiting;
    private long bytesReceived;
    private boolean writing;
    private @Nullable BodyEnd end;

    ChunkBody(Reservation reservation, Collaborators parts, Executor disk, Executor loop, Listener listener) {
        this.reservation = reservation;
        this.sessions = parts.sessions();
        this.store = parts.store();
        this.disk = disk;
        this.loop = loop;
        this.listener = listener;
        this.writer = reservation.missing().isEmpty() ? null : store.writer(reservation.upload());
    }

    boolean wantsMore() {
        return end == null && bytesWaiting < MOST_WAITING;
    }

    /** Takes the next piece of the body, and with it the duty to release it. */
    void add(ByteBuf piece) {
        bytesReceived += piece.readableBytes();
        if (end != null || writer == null) {
            piece.release();
        } else {
            waiting.add(piece);
            bytesWaiting += piece.readableBytes();
        }
        if (bytesReceived > reservation.range().length()) {
            finish(BodyEnd.TOO_LONG);
        } else if (bytesWaiting >= BATCH) {
            advance();
        }
    }

    /** The body ended where its framing says it ends. */
    void end() {
        finish(bytesReceived < reservation.range().length() ? BodyEnd.TOO_SHORT : BodyEnd.WHOLE);
    }

    /** The body will not come to its end. */
    void cut() {
        finish(BodyEnd.CUT);
    }

    private void finish(BodyEnd how) {
        if (end == null) {
            end = how;
            advance();
        }
    }

    private void advance() {
        if (writing) {
            return;
        }
        ChunkWriter open = writer;
        if (open == null) {
            settleIfEnded();
            return;
        }
        writing = true;
        List<ByteBuf> batch = waiting;
        long position = reservation.range().first() + bytesReceived - bytesWaiting;
        waiting = new ArrayList<>();
        bytesWaiting = 0;
        BodyEnd known = end;
        disk.execute(() -> {
            BodyEnd outcome = write(open, batch, position, known);
            loop.execute(() -> written(outcome));
        });
    }

    /** Runs on the disk executor: writes, and closes the writer if this is the end. */
    private @Nullable BodyEnd write(ChunkWriter open, List<ByteBuf> batch, long position, @Nullable BodyEnd known) {
        BodyEnd outcome = known;
        try {
            if (known == null || known == BodyEnd.WHOLE) {
                long at = position;
                for (ByteBuf piece : batch) {
                    writeMissing(open, piece, at);
                    at += piece.readableBytes();
                }
            }
            if (known == BodyEnd.WHOLE) {
                open.complete(reservation.range());
            }
        } catch (IOException | RuntimeException e) {
            outcome = notStored(e);
        } finally {
            batch.forEach(ByteBuf::release);
        }
        if (outcome != null) {
            outcome = close(open, outcome);
        }
        return outcome;
    }

    private void writeMissing(ChunkWriter open, ByteBuf piece, long position) throws IOException {
        long last = position + piece.readableBytes() - 1;
        for (ByteRange part : reservation.missing()) {
            long from = Math.max(part.first(), position);
            long to = Math.min(part.last(), last);
            if (from <= to) {
                int index = piece.readerIndex() + (int) (from - position);
                open.write(piece.nioBuffer(index, (int) (to - from + 1)), from);
            }
        }
    }

    private BodyEnd close(ChunkWriter open, BodyEnd outcome) {
        try {
            open.close();
            return outcome;
        } catch (IOException | RuntimeException e) {
            return notStored(e);
        }
    }

    private BodyEnd notStored(Exception fault) {
        LOG.error(
                "chunk {} of {} could not be stored: {}", reservation.range(), reservation.upload(), fault.toString());
        return BodyEnd.NOT_STORED;
    }

    private void written(@Nullable BodyEnd outcome) {
        writing = false;
        if (outcome != null) {
            end = outcome;
            waiting.forEach(ByteBuf::release);
            waiting.clear();
            settleIfEnded();
        } else {
            if (end != null || bytesWaiting >= BATCH) {
                advance();
            }
            listener.written();
        }
    }

    private void settleIfEnded() {
        if (end == null) {
            return;
        }
        Settlement settlement = sessions.settle(reservation, end);
        if (settlement instanceof Settlement.Dropped dropped && !dropped.uploadLives()) {
            disk.execute(() -> discard());
        }
        listener.settled(settlement);
    }

    private void discard() {
        try {
            store.discard(reservation.upload());
        } catch (IOException e) {
            LOG.warn("staged bytes of {} could not be removed: {}", reservation.upload(), e.toString());
        }
    }
}
