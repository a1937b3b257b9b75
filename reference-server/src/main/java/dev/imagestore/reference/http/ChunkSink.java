package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.store.ChunkWriter;
import dev.imagestore.reference.store.Store;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the body of one admitted chunk, and settles its reservation. */
final class ChunkSink implements BodySink {

    private final Reservation reservation;
    private final Collaborators parts;
    private final DiskWork disk;
    private final @Nullable ChunkWriter writer;
    private final boolean anyLength;
    private final long longest;

    private ChunkSink(
            Reservation reservation,
            Collaborators parts,
            DiskWork disk,
            @Nullable ChunkWriter writer,
            boolean anyLength,
            long longest) {
        this.reservation = reservation;
        this.parts = parts;
        this.disk = disk;
        this.writer = writer;
        this.anyLength = anyLength;
        this.longest = longest;
    }

    /** For a body that must be as long as its range. */
    static ChunkSink ofRange(Reservation reservation, Collaborators parts, DiskWork disk) {
        ChunkWriter writer = reservation.missing().isEmpty() ? null : writer(reservation, parts.store());
        return new ChunkSink(
                reservation, parts, disk, writer, false, reservation.range().length());
    }

    private static ChunkWriter writer(Reservation reservation, Store store) {
        return reservation.isWhole() && !store.reaches(reservation.range())
                ? store.pieceWriter(reservation.upload(), reservation.range())
                : store.writer(reservation.upload());
    }

    /** For a body of any length up to the longest, which is then that of the piece of the file, wherever that leads. */
    static ChunkSink ofAnyLength(Reservation reservation, long longest, Collaborators parts, DiskWork disk) {
        if (reservation.missing().isEmpty()) {
            return new ChunkSink(reservation, parts, disk, null, true, longest);
        }
        if (!reservation.isWhole()) {
            return ofRange(reservation, parts, disk);
        }
        ChunkWriter writer = parts.store().pieceWriter(reservation.upload(), reservation.range());
        return new ChunkSink(reservation, parts, disk, writer, true, longest);
    }

    @Override
    public boolean wantsBytes() {
        return writer != null;
    }

    @Override
    public boolean isOver() {
        return !parts.sessions().goesOn(reservation.upload());
    }

    @Override
    public long shortest() {
        return anyLength ? 0 : reservation.range().length();
    }

    @Override
    public long longest() {
        return longest;
    }

    @Override
    public void write(ByteBuf piece, long offset) throws IOException {
        if (writer == null) {
            return;
        }
        long position = reservation.range().first() + offset;
        if (anyLength) {
            writer.write(piece.nioBuffer(), position);
            return;
        }
        long last = position + piece.readableBytes() - 1;
        for (ByteRange part : reservation.missing()) {
            long from = Math.max(part.first(), position);
            long to = Math.min(part.last(), last);
            if (from <= to) {
                int index = piece.readerIndex() + (int) (from - position);
                writer.write(piece.nioBuffer(index, (int) (to - from + 1)), from);
            }
        }
    }

    @Override
    public void complete(Instant at) throws IOException {
        if (writer != null) {
            writer.complete(reservation.range(), at);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public Opening.Outcome ended(BodyEnd end, Instant at) {
        Settlement settlement = parts.sessions().settle(reservation, end, at);
        if (!(settlement instanceof Settlement.Dropped dropped)) {
            return new Opening.Answered(parts.responder().done(Operation.UPLOAD_CHUNK));
        }
        Reply refusal = parts.responder().refused(Operation.UPLOAD_CHUNK, dropped.refusal());
        return dropped.uploadLives() ? new Opening.Answered(refusal) : refusedOnceDiscarded(refusal);
    }

    /** What is answered as refused must be gone, or a restart could bring it back. */
    private Opening.Outcome refusedOnceDiscarded(Reply refusal) {
        return disk.start(Operation.UPLOAD_CHUNK, "The chunk could not be discarded", () -> {
            disk.discard(reservation.upload());
            return refusal;
        });
    }

    @Override
    public String toString() {
        return "chunk " + reservation.range() + " of " + reservation.upload();
    }
}
