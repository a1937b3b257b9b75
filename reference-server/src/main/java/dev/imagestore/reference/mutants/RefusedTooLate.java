package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes a chunk in its place, and only then sees that it meets received bytes and refuses it. */
final class RefusedTooLate extends ForwardingSessions {

    static final Mutant MUTANT = Mutant.of(
            "refused-chunk-written",
            "CHK-18",
            Family.ACCOUNTING,
            3,
            "A chunk that is refused as an overlap has overwritten the received bytes.",
            parts -> parts.with(new RefusedTooLate(parts.sessions())));

    private final Map<Reservation, Refusal> late = new ConcurrentHashMap<>();

    private RefusedTooLate(Sessions real) {
        super(real);
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        Admission right = super.admit(id, path, chunk);
        Optional<SessionView> session = find(id);
        if (!(right instanceof Refusal refusal)
                || refusal.reason() != Reason.RANGE
                || session.isEmpty()
                || !chunk.isInsideFile()) {
            return right;
        }
        Reservation all = new Reservation(session.get().upload(), chunk.range(), List.of(chunk.range()));
        late.put(all, refusal);
        return new Admission.Admitted(all);
    }

    @Override
    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        Refusal refusal = late.remove(reservation);
        return refusal == null ? super.settle(reservation, end, at) : new Settlement.Dropped(refusal, true);
    }
}
