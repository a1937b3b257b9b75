package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that end some time after their first chunk, whatever came since. */
final class CappedLife extends ForwardingSessions {

    private final Clock clock;
    private final Duration most;
    private final Map<SessionId, Instant> opened = new ConcurrentHashMap<>();

    CappedLife(Sessions real, Clock clock, Duration most) {
        super(real);
        this.clock = clock;
        this.most = most;
    }

    private void endOld(SessionId id) {
        Instant since = opened.get(id);
        if (since != null && clock.instant().isAfter(since.plus(most))) {
            opened.remove(id);
            super.delete(id);
        }
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        endOld(id);
        Admission admission = super.admit(id, path, chunk);
        if (admission instanceof Admission.Admitted) {
            opened.putIfAbsent(id, clock.instant());
        }
        return admission;
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        endOld(id);
        return super.beginCommit(id);
    }

    @Override
    public Deletion delete(SessionId id) {
        opened.remove(id);
        return super.delete(id);
    }

    @Override
    public Optional<SessionView> find(SessionId id) {
        endOld(id);
        return super.find(id);
    }
}
