package dev.imagestore.reference.session;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<Upload> expired = new ArrayList<>();
    private long lastSerial;
    private long stagedBytes;

    /** @param lastSerial above the serial of every session there has ever been in the store */
    public UploadSessions(Behaviour behaviour, SessionLimits limits, Clock clock, long lastSerial) {
        this.behaviour = behaviour;
        this.limits = limits;
        this.clock = clock;
        this.lastSerial = lastSerial;
    }

    /** Takes up a session of an earlier process; false if it is over, or its id is in use. */
    public synchronized boolean resume(SavedSession saved) {
        UploadSession session = new UploadSession(saved);
        boolean over = !session.isEstablished()
                || session.isOverdue(clock.instant(), limits.lifetime())
                || (saved.isPublished() && behaviour.afterCommit() == AfterCommit.GONE);
        if (over || sessions.putIfAbsent(saved.upload().id(), session) != null) {
            return false;
        }
        stagedBytes += session.stagedBytes();
        return true;
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
        if (session != null && isOverdue(session)) {
            expire(session);
            session = null;
        }
        if (session == null) {
            if (sessions.size() >= limits.sessions()) {
                return new Refusal(Reason.SESSION_LIMIT, "There are " + sessions.size() + " sessions already");
            }
            session = new UploadSession(new Upload(id, ++lastSerial, path, chunk.fileLength()));
        }
        long room = Math.max(0, limits.stagedBytes() - stagedBytes);
        Admission admission = session.admit(path, chunk, behaviour, room);
        if (admission instanceof Admission.Admitted admitted) {
            stagedBytes += admitted.reservation().bytes();
            sessions.put(id, session);
        }
        return admission;
    }

    @Override
    public synchronized Settlement settle(Reservation reservation, BodyEnd end, Instant at) {
        UploadSession session = living(reservation.upload());
        if (session != null && isOverdue(session)) {
            expire(session);
            session = null;
        }
        if (session != null && end == BodyEnd.WHOLE) {
            session.receive(reservation, at);
            return new Settlement.Recorded();
        }
        stagedBytes -= reservation.bytes();
        if (session == null) {
            return new Settlement.Dropped(
                    new Refusal(Reason.SESSION_UNKNOWN, "The session ended while the chunk was on its way"), false);
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
        return known(id).map(UploadSession::beginCommit).orElseGet(() -> unknown(id));
    }

    @Override
    public synchronized void endCommit(Upload upload, boolean published) {
        UploadSession session = living(upload);
        if (session == null) {
            return;
        }
        if (published) {
            stagedBytes -= session.stagedBytes();
        }
        session.endCommit(published);
        if (published && behaviour.afterCommit() == AfterCommit.GONE) {
            sessions.remove(upload.id());
        }
    }

    @Override
    public synchronized Deletion delete(SessionId id) {
        Optional<UploadSession> session = known(id);
        if (session.isEmpty()) {
            return unknown(id);
        }
        if (session.get().isCommitting()) {
            return new Refusal(Reason.SESSION_BUSY, "Session " + id + " is being committed");
        }
        remove(session.get());
        return new Deletion.Deleted(session.get().upload());
    }

    @Override
    public synchronized boolean goesOn(Upload upload) {
        return living(upload) != null;
    }

    @Override
    public synchronized Optional<SessionView> find(SessionId id) {
        return known(id).map(UploadSession::view);
    }

    @Override
    public synchronized List<SessionView> findByPath(ContentPath path) {
        return sessions.values().stream()
                .filter(session -> session.upload().path().equals(path) && isKnown(session))
                .sorted(Comparator.comparing(session -> session.upload().id()))
                .map(UploadSession::view)
                .toList();
    }

    @Override
    public synchronized Staged staged() {
        List<UploadSession> unpublished = sessions.values().stream()
                .filter(session -> session.stagedBytes() > 0 && !isOverdue(session))
                .toList();
        long bytes = unpublished.stream().mapToLong(UploadSession::stagedBytes).sum();
        return new Staged(bytes, unpublished.size());
    }

    @Override
    public synchronized List<Upload> sweep() {
        sessions.values().stream().filter(this::isOverdue).toList().forEach(this::expire);
        List<Upload> swept = List.copyOf(expired);
        expired.clear();
        return swept;
    }

    private void expire(UploadSession session) {
        remove(session);
        expired.add(session.upload());
    }

    private void remove(UploadSession session) {
        sessions.remove(session.upload().id());
        stagedBytes -= session.stagedBytes();
    }

    private @Nullable UploadSession living(Upload upload) {
        UploadSession session = sessions.get(upload.id());
        return session != null && session.upload().equals(upload) ? session : null;
    }

    private Optional<UploadSession> known(SessionId id) {
        return Optional.ofNullable(sessions.get(id)).filter(this::isKnown);
    }

    private boolean isKnown(UploadSession session) {
        return session.isEstablished() && !isOverdue(session);
    }

    private boolean isOverdue(UploadSession session) {
        return session.isOverdue(clock.instant(), limits.lifetime());
    }

    private static Refusal unknown(SessionId id) {
        return new Refusal(Reason.SESSION_UNKNOWN, "There is no session " + id);
    }
}
