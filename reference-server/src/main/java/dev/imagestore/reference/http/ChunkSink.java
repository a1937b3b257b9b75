package dev.imagestore.reference.http;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.store.ChunkWriter;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the body of one admitted chunk, and settles its reservation. */
final class ChunkSink implements BodySink {

    private final Reservation reservation;
    private final Collaborators parts;
    private final DiskWork disk;
    private final @Nullable ChunkWriter writer;

    ChunkSink(Reservation reservation, Collaborators parts, DiskWork disk) {
        this.reservation = reservation;
        this.parts = parts;
        this.disk = disk;
        this.writer = reservation.missing().isEmpty() ? null : parts.store().writer(reservation.upload());
    }

    @Override
    public boolean wantsBytes() {
        return writer != null;
    }

    @Override
    public long shortest() {
        return reservation.range().length();
    }

    @Override
    public long longest() {
        return reservation.range().length();
    }

    @Override
    public void write(ByteBuf piece, long offset) throws IOException {
        if (writer == null) {
            return;
        }
        long position = reservation.range().first() + offset;
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
    public void complete() throws IOException {
        if (writer != null) {
            writer.complete(reservation.range());
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    @Override
    public Opening.Outcome ended(BodyEnd end) {
        Settlement settlement = parts.sessions().settle(reservation, end);
        if (settlement instanceof Settlement.Dropped dropped) {
            if (!dropped.uploadLives()) {
                disk.executor().execute(() -> disk.discard(reservation.upload()));
            }
            return new Opening.Answered(parts.responder().refused(Operation.UPLOAD_CHUNK, dropped.refusal()));
        }
        return new Opening.Answered(parts.responder().done(Operation.UPLOAD_CHUNK));
    }

    @Override
    public String toString() {
        return "chunk " + reservation.range() + " of " + reservation.upload();
    }
}
