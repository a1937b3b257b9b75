package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.Upload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Defects that take an unusual history, and that no fixed case meets. */
final class SequenceMutants {

    private SequenceMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                                "ranges-of-a-past-life",
                                "CHK-23",
                                Family.ISOLATION,
                                3,
                                "An id that is used again after another session of the path was deleted has the bytes "
                                        + "of its past life.",
                                parts -> parts.with(new PastLives(parts.sessions())))
                        .forSequences(),
                Mutant.of(
                                "third-delete-ends-the-oldest",
                                "SID-12",
                                Family.ISOLATION,
                                3,
                                "With three sessions of a path, the deletion of one ends the oldest too.",
                                parts -> parts.with(new OldestGoes(parts.sessions())))
                        .forSequences(),
                Mutant.of(
                                "third-commit-overlooks-gaps",
                                "COM-04",
                                Family.COMMIT,
                                3,
                                "Asked for between its commits, a session can be committed with gaps at the third.",
                                parts -> parts.with(new WornOut(parts.sessions())))
                        .forSequences(),
                TailOfDeleted.MUTANT.forSequences());
    }

    /** What was deleted is remembered by id, and comes back when something else was deleted meanwhile. */
    private static final class PastLives extends ForwardingSessions {

        private record Life(ContentPath path, List<ByteRange> missing, boolean stale) {}

        private final Sessions real;
        private final Map<SessionId, Life> past = new ConcurrentHashMap<>();

        PastLives(Sessions real) {
            super(real);
            this.real = real;
        }

        @Override
        public Deletion delete(SessionId id) {
            Optional<SessionView> session = find(id);
            Deletion deletion = super.delete(id);
            if (deletion instanceof Deletion.Deleted deleted && session.isPresent()) {
                ContentPath path = deleted.upload().path();
                past.replaceAll(
                        (other, life) -> life.path().equals(path) ? new Life(path, life.missing(), true) : life);
                past.put(id, new Life(path, session.get().expectedRanges(), false));
            }
            return deletion;
        }

        @Override
        public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
            Settlement settlement = super.settle(reservation, end, at);
            Upload upload = reservation.upload();
            Life life = past.get(upload.id());
            if (settlement instanceof Settlement.Recorded
                    && life != null
                    && life.stale()
                    && life.path().equals(upload.path())) {
                past.remove(upload.id());
                resume(upload, life);
            }
            return settlement;
        }

        /** Takes for received what lies between the gaps of then. */
        private void resume(Upload upload, Life life) {
            long from = 0;
            for (ByteRange gap : life.missing()) {
                received(upload, from, gap.first() - 1);
                from = gap.last() + 1;
            }
            received(upload, from, upload.fileLength() - 1);
        }

        private void received(Upload upload, long first, long last) {
            if (first <= last && last < upload.fileLength()) {
                find(upload.id()).ifPresent(session -> SessionMutants.fill(real, session, new ByteRange(first, last)));
            }
        }
    }

    private static final class OldestGoes extends ForwardingSessions {

        OldestGoes(Sessions real) {
            super(real);
        }

        @Override
        public Deletion delete(SessionId id) {
            List<SessionView> before =
                    find(id).map(session -> findByPath(session.upload().path())).orElse(List.of());
            Deletion deletion = super.delete(id);
            if (deletion instanceof Deletion.Deleted && before.size() == 3) {
                before.stream()
                        .map(SessionView::upload)
                        .filter(upload -> !upload.id().equals(id))
                        .min(Comparator.comparingLong(Upload::serial))
                        .ifPresent(oldest -> super.delete(oldest.id()));
            }
            return deletion;
        }
    }

    private static final class WornOut extends ForwardingSessions {

        private final Sessions real;
        private final Map<Upload, Integer> refusals = new ConcurrentHashMap<>();
        private final Set<SessionId> askedFor = ConcurrentHashMap.newKeySet();

        WornOut(Sessions real) {
            super(real);
            this.real = real;
        }

        @Override
        public Optional<SessionView> find(SessionId id) {
            askedFor.add(id);
            return super.find(id);
        }

        @Override
        public Commitment beginCommit(SessionId id) {
            Commitment right = super.beginCommit(id);
            Optional<SessionView> session = super.find(id);
            boolean early = right instanceof Refusal refusal && refusal.reason() == Reason.ARGUMENT;
            if (!early
                    || session.isEmpty()
                    || !askedFor.remove(id)
                    || refusals.merge(session.get().upload(), 1, Integer::sum) < 3) {
                return right;
            }
            long length = session.get().upload().fileLength();
            SessionMutants.fill(real, session.get(), new ByteRange(0, length - 1));
            return super.beginCommit(id);
        }
    }
}
