package dev.imagestore.reference.http;

import dev.imagestore.reference.behaviour.Behaviour.BodyLengths;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The operations on upload sessions. */
final class SessionOperations {

    private final Collaborators parts;
    private final BodyLengths bodyLengths;
    private final long longestFile;
    private final DiskWork disk;

    SessionOperations(Collaborators parts, BodyLengths bodyLengths, long longestFile, DiskWork disk) {
        this.parts = parts;
        this.bodyLengths = bodyLengths;
        this.longestFile = longestFile;
        this.disk = disk;
    }

    Opening upload(RequestHead head, Supplier<ContentPath> where, Parameters parameters) {
        ContentRange chunk = parts.ranges().parse(head.contentRange());
        ContentPath path = where.get();
        parts.store().requireStorable(path);
        SessionId id = parameters.sessionId();
        boolean fits = chunk.isInsideFile()
                && !head.isChunked()
                && head.contentLength() == chunk.range().length();
        if (!fits && !head.isChunked() && bodyLengths == BodyLengths.EACH) {
            throw new RefusedException(
                    Reason.ARGUMENT,
                    "The body has " + head.contentLength() + " bytes, the range " + chunk.range() + " has "
                            + chunk.range().length());
        }
        Admission admission = parts.sessions().admit(id, path, chunk);
        if (admission instanceof Admission.Admitted admitted) {
            return new Opening.Receiving(sink(admitted.reservation(), fits));
        }
        return refused(Operation.UPLOAD_CHUNK, (Refusal) admission);
    }

    /** @param fits whether the body is known to be as long as its range */
    private ChunkSink sink(Reservation reservation, boolean fits) {
        return fits || bodyLengths == BodyLengths.EACH
                ? ChunkSink.ofRange(reservation, parts, disk)
                : ChunkSink.ofAnyLength(reservation, longestFile, parts, disk);
    }

    Opening.Outcome commit(SessionId id, long seconds) {
        Commitment commitment = parts.sessions().beginCommit(id);
        if (commitment instanceof Commitment.Publish publish) {
            Upload upload = publish.upload();
            return disk.start(
                    Operation.COMMIT,
                    seconds,
                    "'" + upload.path() + "' could not be published",
                    () -> published(upload));
        }
        if (commitment instanceof Refusal refusal) {
            return refused(Operation.COMMIT, refusal);
        }
        return new Opening.Answered(parts.responder().done(Operation.COMMIT));
    }

    private Reply published(Upload upload) throws IOException {
        boolean published = false;
        try {
            parts.store().publish(upload);
            published = true;
            return parts.responder().done(Operation.COMMIT);
        } finally {
            parts.sessions().endCommit(upload, published);
        }
    }

    Opening.Outcome delete(SessionId id, long seconds) {
        Deletion deletion = parts.sessions().delete(id);
        if (deletion instanceof Deletion.Deleted deleted) {
            return disk.start(Operation.DELETE_SESSION, seconds, "Session " + id + " could not be deleted", () -> {
                disk.discard(deleted.upload());
                return parts.responder().done(Operation.DELETE_SESSION);
            });
        }
        return refused(Operation.DELETE_SESSION, (Refusal) deletion);
    }

    Opening.Outcome byId(SessionId id, Dialect dialect) {
        return parts.sessions()
                .find(id)
                .map(session -> sessions(List.of(session), dialect))
                .orElseGet(() -> refused(
                        Operation.SESSION_BY_ID, new Refusal(Reason.SESSION_UNKNOWN, "There is no session " + id)));
    }

    Opening.Outcome byPath(ContentPath path, Dialect dialect) {
        List<SessionView> found = parts.sessions().findByPath(path);
        return found.isEmpty()
                ? refused(
                        Operation.SESSIONS_BY_PATH,
                        new Refusal(Reason.SESSION_UNKNOWN, "There is no session for '" + path + "'"))
                : sessions(found, dialect);
    }

    private Opening.Outcome sessions(List<SessionView> found, Dialect dialect) {
        return new Opening.Answered(parts.responder().sessions(found, dialect));
    }

    private Opening.Outcome refused(Operation operation, Refusal refusal) {
        return new Opening.Answered(parts.responder().refused(operation, refusal));
    }
}
