package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;

/** Takes for received, at the commit, whatever is still expected. */
final class GapAccepted extends ForwardingSessions {

    static final Mutant MUTANT = new Mutant(
            "gap-accepted",
            "COM-04",
            "A session that still expects bytes can be committed.",
            parts -> parts.with(new GapAccepted(parts.sessions())));

    GapAccepted(Sessions real) {
        super(real);
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        find(id).ifPresent(this::fillGaps);
        return super.beginCommit(id);
    }

    private void fillGaps(SessionView session) {
        for (ByteRange gap : session.expectedRanges()) {
            ContentRange chunk = new ContentRange(gap, session.upload().fileLength());
            if (admit(session.upload().id(), session.upload().path(), chunk) instanceof Admission.Admitted admitted) {
                settle(admitted.reservation(), BodyEnd.WHOLE, session.modified());
            }
        }
    }
}
