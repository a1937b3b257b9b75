package dev.imagestore.reference.session;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions in memory. One lock guards them all; nothing slow is done under it. */
public final class UploadSessions implements Sessions {

    private final Behaviour behaviour;
    private final SessionLimits limits;
    private final Clock clock;
    private final Map<SessionId, UploadSession> sessions = new HashMap<>();
    private long lastSerial;

    public UploadSessions(Behaviour behaviour, SessionLimits limits, Clock clock) {
        this.behaviour = behaviour;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public synchronized Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        if (chunk.fileLength() > limits.declaredLength()) {
            return new Refusal(
                    Reason.LENGTH_LIMIT,
                    "A file of " + chunk.fileLength() + " bytes is longer than the " + limits.declaredLength()
                            + " that this server takes");
        }
        UploadSession session = sessions.get(id);
        if (session == null) {
            if (sessions.size() >= limits.sessions()) {
                return new Refusal(Reason.SESSION_LIMIT, "There are " + sessions.size() + " sessions already");
            }
            session = new UploadSession(new Upload(id, ++lastSerial, path, chunk.fileLength()), clock.instant());
            sessions.put(id, session);
        }
        return session.admit(path, chunk, behaviour);
    }

    @Override
    public synchronized Settlement settle(Reservation reservation, BodyEnd end) {
        UploadSession session = living(reservation.upload());
        if (session == null) {
            return new Settlement.Dropped(
                    new Refusal(Reason.SESSION_UNKNOWN, "The session ended while the chunk was on its way"), false);
        }
        if (end == BodyEnd.WHOLE) {
            session.receive(reservation, clock.instant());
            return new Settlement.Recorded();
        }
        session.giveBack(reservation);
        boolean abandoned = session.isAbandoned();
        if (abandoned) {
            sessions.remove(reservation.upload().id());
        }
        return new Settlement.Dropped(refusal(reservation.range(), end), !abandoned);
    }

    private static Refusal refusal(ByteRange range, BodyEnd end) {
        String expected = "The body is not the " + range.length() + " bytes of the range " + range + ": ";
        return switch (end) {
            case TOO_SHORT -> new Refusal(Reason.ARGUMENT, expected + "it is shorter");
            case TOO_LONG -> new Refusal(Reason.ARGUMENT, expected + "it is longer");
            case CUT -> new Refusal(Reason.ARGUMENT, expected + "it was cut");
            case NOT_STORED, WHOLE -> new Refusal(Reason.STORAGE, "The bytes " + range + " could not be stored");
        };
    }

    @Override
    public synchronized Commitment beginCommit(SessionId id) {
        return established(id).map(UploadSession::beginCommit).orElseGet(() -> unknown(id));
    }

    @Override
    public synchronized void endCommit(Upload upload, boolean published) {
        UploadSession session = living(upload);
        if (session == null) {
            return;
        }
        session.endCommit(published);
        if (published && behaviour.afterCommit() == AfterCommit.GONE) {
            sessions.remove(upload.id());
        }
    }

    @Override
    public synchronized Deletion delete(SessionId id) {
        Optional<UploadSession> session = established(id);
        if (session.isEmpty()) {
            return unknown(id);
        }
        if (session.get().isCommitting()) {
            return new Refusal(Reason.SESSION_BUSY, "Session " + id + " is being committed");
        }
        sessions.remove(id);
        return new Deletion.Deleted(session.get().upload());
    }

    @Override
    public synchronized Optional<SessionView> find(SessionId id) {
        return established(id).map(UploadSession::view);
    }

    @Override
    public synchronized List<SessionView> findByPath(ContentPath path) {
        return sessions.values().stream()
                .filter(session ->
                        session.isEstablished() && session.upload().path().equals(path))
                .sorted(Comparator.comparing(session -> session.upload().id()))
                .map(UploadSession::view)
                .toList();
    }

    @Override
    public synchronized Staged staged() {
        List<UploadSession> unpublished = sessions.values().stream()
                .filter(session -> session.stagedBytes() > 0)
                .toList();
        long bytes = unpublished.stream().mapToLong(UploadSession::stagedBytes).sum();
        return new Staged(bytes, unpublished.size());
    }

    private @Nullable UploadSession living(Upload upload) {
        UploadSession session = sessions.get(upload.id());
        return session != null && session.upload().equals(upload) ? session : null;
    }

    private Optional<UploadSession> established(SessionId id) {
        return Optional.ofNullable(sessions.get(id)).filter(UploadSession::isEstablished);
    }

    private static Refusal unknown(SessionId id) {
        return new Refusal(Reason.SESSION_UNKNOWN, "There is no session " + id);
    }
}
