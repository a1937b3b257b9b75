package dev.imagestore.reference.session;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Behaviour.Duplicates;
import dev.imagestore.reference.behaviour.Behaviour.Overlaps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state of one session. A range is first reserved, then either received or given back; both sets stay disjoint.
 * Guarded by {@link UploadSessions}.
 */
final class UploadSession {

    private enum State {
        OPEN,
        COMMITTING,
        COMMITTED
    }

    private final Upload upload;
    private final Progress progress;
    private final RangeSet reserved = new RangeSet();
    private int unsettled;
    private State state;

    UploadSession(Upload upload) {
        this.upload = upload;
        this.progress = new Progress();
        this.state = State.OPEN;
    }

    UploadSession(SavedSession saved) {
        this.upload = saved.upload();
        this.progress = saved.progress();
        this.state = saved.isPublished() ? State.COMMITTED : State.OPEN;
    }

    Upload upload() {
        return upload;
    }

    /** Whether a chunk was accepted. A session whose first chunk is still on its way does not exist for others. */
    boolean isEstablished() {
        return !progress.isEmpty();
    }

    boolean isAbandoned() {
        return !isEstablished() && unsettled == 0;
    }

    boolean isCommitting() {
        return state == State.COMMITTING;
    }

    boolean isOverdue(Instant now, Duration lifetime) {
        return isEstablished()
                && !isCommitting()
                && !now.isBefore(progress.modified().plus(lifetime));
    }

    /** The received bytes that are not part of a published file. */
    long stagedBytes() {
        return state == State.COMMITTED ? 0 : progress.bytes();
    }

    /** @param room how many more bytes may be staged */
    Admission admit(ContentPath path, ContentRange chunk, Behaviour behaviour, long room) {
        if (!path.equals(upload.path())) {
            return new Refusal(
                    Reason.SESSION_CONFLICT, "Session " + upload.id() + " is for the path '" + upload.path() + "'");
        }
        if (chunk.fileLength() != upload.fileLength()) {
            return new Refusal(
                    Reason.ARGUMENT,
                    "Session " + upload.id() + " is for a file of " + upload.fileLength() + " bytes, not "
                            + chunk.fileLength());
        }
        ByteRange range = chunk.range();
        if (state == State.COMMITTED) {
            return rangeRefused(range, "the session is committed");
        }
        boolean first = progress.isEmpty() && reserved.isEmpty();
        if (!first && upload.fileLength() == 0) {
            return admitted(new Reservation(upload, range, List.of()), room);
        }
        if (!first && !chunk.isInsideFile()) {
            return rangeRefused(range, "it ends behind the file");
        }
        if (progress.contains(range)) {
            return behaviour.duplicates() == Duplicates.ACCEPTED
                    ? admitted(new Reservation(upload, range, List.of()), room)
                    : rangeRefused(range, "it was received before");
        }
        List<ByteRange> missing = progress.missingFrom(range);
        if (!missing.equals(List.of(range)) && behaviour.overlaps() == Overlaps.REFUSED) {
            return rangeRefused(range, "some of its bytes were received before");
        }
        if (missing.stream().anyMatch(reserved::intersects)) {
            return rangeRefused(range, "some of its bytes are being received by another request");
        }
        return admitted(new Reservation(upload, range, missing), room);
    }

    private Admission admitted(Reservation reservation, long room) {
        if (reservation.bytes() > room) {
            return new Refusal(
                    Reason.STAGED_LIMIT,
                    "There is room for " + room + " more bytes of unfinished uploads, not for " + reservation.bytes());
        }
        reservation.missing().forEach(reserved::add);
        unsettled++;
        return new Admission.Admitted(reservation);
    }

    private static Refusal rangeRefused(ByteRange range, String why) {
        return new Refusal(Reason.RANGE, "The range " + range + " is refused: " + why);
    }

    void receive(Reservation reservation, Instant at) {
        giveBack(reservation);
        if (!reservation.missing().isEmpty()) {
            progress.add(reservation.missing(), at);
        }
    }

    void giveBack(Reservation reservation) {
        reservation.missing().forEach(reserved::remove);
        unsettled--;
    }

    Commitment beginCommit() {
        if (state == State.COMMITTED) {
            return new Commitment.AlreadyPublished();
        }
        if (state == State.COMMITTING) {
            return new Refusal(Reason.SESSION_BUSY, "Session " + upload.id() + " is being committed");
        }
        List<ByteRange> expected = expectedRanges();
        if (!expected.isEmpty()) {
            return new Refusal(
                    Reason.ARGUMENT,
                    "Session " + upload.id() + " still expects " + expected.size() + " ranges, the first "
                            + expected.get(0));
        }
        state = State.COMMITTING;
        return new Commitment.Publish(upload);
    }

    void endCommit(boolean published) {
        state = published ? State.COMMITTED : State.OPEN;
    }

    SessionView view() {
        return new SessionView(upload, progress.modified(), expectedRanges());
    }

    /** An empty file, which only a lax range can speak of, expects its one position for ever. */
    private List<ByteRange> expectedRanges() {
        if (upload.fileLength() == 0) {
            return List.of(new ByteRange(0, 0));
        }
        return progress.missingFrom(new ByteRange(0, upload.fileLength() - 1));
    }
}
