package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Sessions;
import java.util.HashMap;
import java.util.Map;

/** Compares a chunk with its session only once that is there for others, and so not while the first chunk is on its way. */
final class TwoOpenings extends ForwardingSessions {

    static final Mutant MUTANT = Mutant.of(
            "two-openings",
            "CHK-16",
            Family.ISOLATION,
            3,
            "Two first chunks with one id and different paths, in flight at once, are both accepted.",
            parts -> parts.with(new TwoOpenings(parts.sessions())));

    private final Map<SessionId, ContentPath> opened = new HashMap<>();

    TwoOpenings(Sessions real) {
        super(real);
    }

    @Override
    public synchronized Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        Admission decision = super.admit(id, path, chunk);
        ContentPath first = opened.get(id);
        if (decision instanceof Refusal refusal
                && refusal.reason() == Reason.SESSION_CONFLICT
                && first != null
                && find(id).isEmpty()) {
            return super.admit(id, first, chunk);
        }
        if (decision instanceof Admission.Admitted) {
            opened.put(id, path);
        }
        return decision;
    }
}
