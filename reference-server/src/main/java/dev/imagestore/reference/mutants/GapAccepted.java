package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Upload;
import java.util.List;
import java.util.function.BiPredicate;

/** Takes for received, at the commit, whatever is still expected, if it is of a certain kind. */
final class GapAccepted extends ForwardingSessions {

    private final BiPredicate<Upload, List<ByteRange>> overlooked;

    GapAccepted(Sessions real, BiPredicate<Upload, List<ByteRange>> overlooked) {
        super(real);
        this.overlooked = overlooked;
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        find(id).filter(session -> overlooked.test(session.upload(), session.expectedRanges()))
                .ifPresent(this::fillGaps);
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
