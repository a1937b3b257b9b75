package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
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
import java.time.Instant;
import java.util.List;

/** Sessions that forget, mix up or count wrong. */
final class SessionMutants {

    private static final Refusal TAKEN = new Refusal(Reason.RANGE, "The range is refused: it was received before");

    private SessionMutants() {}

    static List<Mutant> all() {
        return List.of(
                CutBodyCounted.MUTANT,
                settled(
                        "cut-ends-session",
                        "CHK-13",
                        2,
                        "A chunk that is cut ends its session.",
                        (real, reservation, end, at) -> {
                            Settlement settlement = real.settle(reservation, end, at);
                            if (end == BodyEnd.CUT) {
                                real.delete(reservation.upload().id());
                            }
                            return settlement;
                        }),
                settled(
                        "cut-chunk-stays-reserved",
                        "CHK-13",
                        3,
                        "The range of a chunk that is cut cannot be sent again.",
                        (real, reservation, end, at) -> end == BodyEnd.CUT
                                ? new Settlement.Dropped(new Refusal(Reason.ARGUMENT, "The body was cut"), true)
                                : real.settle(reservation, end, at)),
                admitted(
                        "behind-received-refused",
                        "CHK-01",
                        Family.ACCOUNTING,
                        1,
                        "A chunk that begins right behind received bytes is taken for an overlap.",
                        (real, id, path, chunk) -> real.find(id).stream()
                                        .flatMap(session -> session.expectedRanges().stream())
                                        .anyMatch(gap ->
                                                gap.first() == chunk.range().first() && gap.first() > 0)
                                ? TAKEN
                                : real.admit(id, path, chunk)),
                admitted(
                        "length-of-session-not-compared",
                        "CR-34",
                        Family.ACCOUNTING,
                        2,
                        "The length of a chunk is not compared with that of its session.",
                        (real, id, path, chunk) -> {
                            long length = real.find(id)
                                    .map(session -> session.upload().fileLength())
                                    .orElse(chunk.fileLength());
                            return chunk.range().last() < length
                                    ? real.admit(id, path, new ContentRange(chunk.range(), length))
                                    : real.admit(id, path, chunk);
                        }),
                admitted(
                        "refused-chunk-counted",
                        "CHK-18",
                        Family.ACCOUNTING,
                        2,
                        "Of a chunk that is refused as an overlap the new bytes count as received.",
                        (real, id, path, chunk) -> {
                            Admission right = real.admit(id, path, chunk);
                            if (right instanceof Refusal refusal && refusal.reason() == Reason.RANGE) {
                                real.find(id).ifPresent(session -> fill(real, session, chunk.range()));
                            }
                            return right;
                        }),
                RefusedTooLate.MUTANT,
                admitted(
                        "refusal-ends-session",
                        "CHK-18",
                        Family.ACCOUNTING,
                        2,
                        "A chunk that is refused ends its session.",
                        (real, id, path, chunk) -> {
                            Admission right = real.admit(id, path, chunk);
                            if (right instanceof Refusal) {
                                real.delete(id);
                            }
                            return right;
                        }),
                Mutant.of(
                        "bytes-counted",
                        "CHK-05",
                        Family.ACCOUNTING,
                        3,
                        "A session is complete when as many bytes came as the file has, repeated ones included.",
                        parts -> parts.with(new CountedBytes(parts.sessions()))),
                Mutant.of(
                        "updates-lost",
                        "HTTP-12",
                        Family.ACCOUNTING,
                        3,
                        "Of two chunks that come at the same time one is not recorded.",
                        parts -> parts.with(new LostUpdates(parts.sessions()))),
                TwoOpenings.MUTANT,
                settled(
                        "duplicate-forgets",
                        "CHK-06",
                        2,
                        "An exact duplicate makes the session forget all other chunks.",
                        (real, reservation, end, at) -> {
                            Settlement settlement = real.settle(reservation, end, at);
                            if (reservation.missing().isEmpty()
                                    && reservation.upload().fileLength() > 0) {
                                Upload upload = reservation.upload();
                                real.delete(upload.id());
                                if (real.admit(
                                                upload.id(),
                                                upload.path(),
                                                new ContentRange(reservation.range(), upload.fileLength()))
                                        instanceof Admission.Admitted again) {
                                    real.settle(again.reservation(), BodyEnd.WHOLE, at);
                                }
                            }
                            return settlement;
                        }),
                admitted(
                        "new-session-ends-others",
                        "SID-12",
                        Family.ISOLATION,
                        2,
                        "A new session ends the others of its path.",
                        (real, id, path, chunk) -> {
                            if (real.find(id).isEmpty()) {
                                real.findByPath(path)
                                        .forEach(other ->
                                                real.delete(other.upload().id()));
                            }
                            return real.admit(id, path, chunk);
                        }),
                admitted(
                        "path-not-compared",
                        "SID-10",
                        Family.ISOLATION,
                        1,
                        "A chunk for another path is taken into the session.",
                        (real, id, path, chunk) -> real.admit(
                                id,
                                real.find(id)
                                        .map(session -> session.upload().path())
                                        .orElse(path),
                                chunk)),
                admitted(
                        "names-compared-only",
                        "SID-10",
                        Family.ISOLATION,
                        3,
                        "Of two paths only the last segments are compared.",
                        (real, id, path, chunk) -> real.admit(
                                id,
                                real.find(id)
                                        .map(session -> session.upload().path())
                                        .filter(other -> other.name().equals(path.name()))
                                        .orElse(path),
                                chunk)),
                SessionMovedByChunk.MUTANT,
                admitted(
                        "conflict-replaces-session",
                        "SID-10",
                        Family.ISOLATION,
                        2,
                        "A chunk for another path begins the session anew.",
                        (real, id, path, chunk) -> {
                            real.find(id)
                                    .filter(session -> !session.upload().path().equals(path))
                                    .ifPresent(session -> real.delete(id));
                            return real.admit(id, path, chunk);
                        }),
                Mutant.of(
                        "ids-by-first-half",
                        "SID-01",
                        Family.ISOLATION,
                        3,
                        "Of session ids the first sixteen digits are compared.",
                        parts -> parts.with(
                                new SharedIds(parts.sessions(), id -> id.value().getMostSignificantBits()))),
                Mutant.of(
                        "ids-by-second-half",
                        "SID-01",
                        Family.ISOLATION,
                        3,
                        "Of session ids the last sixteen digits are compared.",
                        parts -> parts.with(
                                new SharedIds(parts.sessions(), id -> id.value().getLeastSignificantBits()))),
                deleted(
                        "delete-forgotten",
                        "DEL-01",
                        1,
                        "A deletion is a success, but the session goes on.",
                        (parts, real, id) -> real.find(id)
                                .<Deletion>map(session -> new Deletion.Deleted(new Upload(
                                        id,
                                        -1,
                                        session.upload().path(),
                                        session.upload().fileLength())))
                                .orElseGet(() -> real.delete(id))),
                deleted(
                        "delete-removes-file",
                        "DEL-02",
                        2,
                        "The deletion of a session removes the published file of its path.",
                        (parts, real, id) -> {
                            Deletion right = real.delete(id);
                            if (right instanceof Deletion.Deleted deleted) {
                                CommitMutants.remove(parts, deleted.upload());
                            }
                            return right;
                        }),
                deleted(
                        "delete-ends-others",
                        "DEL-01",
                        2,
                        "The deletion of a session ends all sessions of its path.",
                        (parts, real, id) -> {
                            Deletion right = real.delete(id);
                            if (right instanceof Deletion.Deleted deleted) {
                                real.findByPath(deleted.upload().path())
                                        .forEach(other ->
                                                real.delete(other.upload().id()));
                            }
                            return right;
                        }),
                deleted(
                                "strict-delete-of-nothing",
                                "DEL-03",
                                2,
                                "The deletion of an unknown session is a success.",
                                (parts, real, id) -> real.delete(id) instanceof Deletion.Deleted deleted
                                        ? deleted
                                        : new Deletion.Deleted(new Upload(id, -1, new ContentPath(List.of("none")), 1)))
                        .in("strict-http"));
    }

    private interface Admitting {
        Admission admit(Sessions real, SessionId id, ContentPath path, ContentRange chunk);
    }

    private interface Settling {
        Settlement settle(Sessions real, Reservation reservation, BodyEnd end, Instant at);
    }

    private interface Deleting {
        Deletion delete(Collaborators parts, Sessions real, SessionId id);
    }

    private static Mutant admitted(
            String name, String requirement, Family family, int subtlety, String sentence, Admitting way) {
        return Mutant.of(
                name,
                requirement,
                family,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                    @Override
                    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
                        return way.admit(parts.sessions(), id, path, chunk);
                    }
                }));
    }

    private static Mutant settled(String name, String requirement, int subtlety, String sentence, Settling way) {
        return Mutant.of(
                name,
                requirement,
                Family.INTERRUPTION,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                    @Override
                    public Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
                        return way.settle(parts.sessions(), reservation, end, at);
                    }
                }));
    }

    private static Mutant deleted(String name, String requirement, int subtlety, String sentence, Deleting way) {
        return Mutant.of(
                name,
                requirement,
                Family.DELETE,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                    @Override
                    public Deletion delete(SessionId id) {
                        return way.delete(parts, parts.sessions(), id);
                    }
                }));
    }

    static void fill(Sessions real, SessionView session, ByteRange within) {
        for (ByteRange gap : session.expectedRanges()) {
            long first = Math.max(gap.first(), within.first());
            long last = Math.min(gap.last(), within.last());
            if (first <= last
                    && real.admit(
                                    session.upload().id(),
                                    session.upload().path(),
                                    new ContentRange(
                                            new ByteRange(first, last),
                                            session.upload().fileLength()))
                            instanceof Admission.Admitted admitted) {
                real.settle(admitted.reservation(), BodyEnd.WHOLE, session.modified());
            }
        }
    }
}
