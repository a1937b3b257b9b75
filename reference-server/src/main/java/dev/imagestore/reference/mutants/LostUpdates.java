package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Upload;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads the state of a session when a chunk begins, and writes it back with the chunk when that ends. */
final class LostUpdates extends ForwardingSessions {

    private final Map<Upload, Integer> recorded = new HashMap<>();
    private final Map<Reservation, Integer> read = new HashMap<>();

    LostUpdates(Sessions real) {
        super(real);
    }

    @Override
    public synchronized Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        Admission admission = super.admit(id, path, chunk);
        if (admission instanceof Admission.Admitted admitted) {
            read.put(
                    admitted.reservation(),
                    recorded.getOrDefault(admitted.reservation().upload(), 0));
        }
        return admission;
    }

    @Override
    public synchronized Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        int now = recorded.getOrDefault(reservation.upload(), 0);
        boolean stale = read.getOrDefault(reservation, now) != now;
        read.remove(reservation);
        if (end == BodyEnd.WHOLE && stale) {
            super.settle(reservation, BodyEnd.CUT, at);
            return new Settlement.Recorded();
        }
        Settlement settlement = super.settle(reservation, end, at);
        if (settlement instanceof Settlement.Recorded) {
            recorded.put(reservation.upload(), now + 1);
        }
        return settlement;
    }
}
