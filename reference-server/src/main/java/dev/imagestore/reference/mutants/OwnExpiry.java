package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Upload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Sessions that never expire by themselves, but by this class, which has its own idea of when. */
final class OwnExpiry extends ForwardingSessions {

    /**
     * What is wrong.
     *
     * @param fromFirst whether the time runs from the first chunk on instead of the last
     * @param byQuery whether a query begins it anew
     * @param byRefused whether a chunk does that is refused as an overlap
     * @param commitToo whether a commit minds it
     */
    record Policy(Duration lifetime, boolean fromFirst, boolean byQuery, boolean byRefused, boolean commitToo) {}

    static final Duration RIGHT = Duration.ofMinutes(30);
    private static final Duration FAR = Duration.ofDays(3650);

    private final Clock clock;
    private final Policy policy;
    private final Map<SessionId, Instant> begun = new ConcurrentHashMap<>();

    private OwnExpiry(Sessions real, Clock clock, Policy policy) {
        super(real);
        this.clock = clock;
        this.policy = policy;
    }

    static UnaryOperator<Collaborators> of(Policy policy) {
        return parts -> parts.with(new OwnExpiry(parts.sessions(), parts.clock(), policy));
    }

    private void expire(SessionId id) {
        Instant since = begun.get(id);
        if (since != null && !clock.instant().isBefore(since.plus(policy.lifetime()))) {
            begun.remove(id);
            super.delete(id);
        }
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        expire(id);
        Admission admission = super.admit(id, path, chunk);
        if (policy.byRefused() && admission instanceof Refusal refusal && refusal.reason() == Reason.RANGE) {
            begun.computeIfPresent(id, (same, before) -> clock.instant());
        }
        return admission;
    }

    @Override
    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        Settlement settlement = super.settle(reservation, end, at.plus(FAR));
        if (settlement instanceof Settlement.Recorded && !reservation.missing().isEmpty()) {
            begun.merge(reservation.upload().id(), at, (first, last) -> policy.fromFirst() ? first : last);
        }
        return settlement;
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        if (policy.commitToo()) {
            expire(id);
        }
        return super.beginCommit(id);
    }

    @Override
    public void endCommit(Upload upload, boolean published) {
        if (published) {
            begun.remove(upload.id());
        }
        super.endCommit(upload, published);
    }

    @Override
    public Deletion delete(SessionId id) {
        expire(id);
        begun.remove(id);
        return super.delete(id);
    }

    @Override
    public Optional<SessionView> find(SessionId id) {
        expire(id);
        Optional<SessionView> found = super.find(id).map(OwnExpiry::truly);
        if (policy.byQuery() && found.isPresent()) {
            begun.put(id, clock.instant());
        }
        return found;
    }

    @Override
    public List<SessionView> findByPath(ContentPath path) {
        super.findByPath(path).forEach(session -> expire(session.upload().id()));
        return super.findByPath(path).stream().map(OwnExpiry::truly).toList();
    }

    private static SessionView truly(SessionView session) {
        return new SessionView(session.upload(), session.modified().minus(FAR), session.expectedRanges());
    }
}
