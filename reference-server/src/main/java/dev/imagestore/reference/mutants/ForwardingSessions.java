package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Staged;
import dev.imagestore.reference.session.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions that leave everything to the real ones; a mutant overrides what it does wrong. */
abstract class ForwardingSessions implements Sessions {

    private final Sessions real;

    ForwardingSessions(Sessions real) {
        this.real = real;
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        return real.admit(id, path, chunk);
    }

    @Override
    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        return real.settle(reservation, end, at);
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        return real.beginCommit(id);
    }

    @Override
    public void endCommit(Upload upload, boolean published) {
        real.endCommit(upload, published);
    }

    @Override
    public Deletion delete(SessionId id) {
        return real.delete(id);
    }

    @Override
    public boolean goesOn(Upload upload) {
        return real.goesOn(upload);
    }

    @Override
    public Optional<SessionView> find(SessionId id) {
        return real.find(id);
    }

    @Override
    public List<SessionView> findByPath(ContentPath path) {
        return real.findByPath(path);
    }

    @Override
    public Staged staged() {
        return real.staged();
    }

    @Override
    public List<Upload> sweep() {
        return real.sweep();
    }
}
