package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import java.time.Instant;

/** Counts a body that a lost connection cut as if all of it had come. */
final class CutBodyCounted extends ForwardingSessions {

    static final Mutant MUTANT = Mutant.of(
            "cut-body-counted",
            "CHK-13",
            Family.INTERRUPTION,
            1,
            "A body cut by a lost connection is recorded as if it were whole.",
            parts -> parts.with(new CutBodyCounted(parts.sessions())));

    CutBodyCounted(Sessions real) {
        super(real);
    }

    @Override
    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        return super.settle(reservation, end == BodyEnd.CUT ? BodyEnd.WHOLE : end, at);
    }
}
