package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Upload;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a session for complete once as many bytes came as the file has. */
final class CountedBytes extends ForwardingSessions {

    private final Sessions real;
    private final Map<Upload, Long> came = new ConcurrentHashMap<>();

    CountedBytes(Sessions real) {
        super(real);
        this.real = real;
    }

    @Override
    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        Settlement settlement = super.settle(reservation, end, at);
        Upload upload = reservation.upload();
        if (settlement instanceof Settlement.Recorded
                && came.merge(upload, reservation.range().length(), Long::sum) >= upload.fileLength()) {
            find(upload.id())
                    .ifPresent(
                            session -> SessionMutants.fill(real, session, new ByteRange(0, upload.fileLength() - 1)));
        }
        return settlement;
    }
}
