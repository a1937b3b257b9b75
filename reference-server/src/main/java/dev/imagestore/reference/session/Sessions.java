package dev.imagestore.reference.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sessions of a store and every decision about them. Safe for use by several threads; no method waits. The caller
 * moves the bytes: it stores what was admitted before it settles, and publishes before it ends a commit. A session
 * whose time is over is gone, whether it was swept or not; one that is being committed is not, until the commit ends.
 */
public interface Sessions {

    /** Decides on a chunk when its head has come; the first chunk of an unknown id opens the session. */
    Admission admit(SessionId id, ContentPath path, ContentRange chunk);

    /**
     * Ends a reservation. To be called when nothing writes for it any more.
     *
     * @param at when the chunk was received, if it is whole
     */
    Settlement settle(Reservation reservation, BodyEnd end, Instant at);

    Commitment beginCommit(SessionId id);

    /** Ends what {@link #beginCommit} began; after a failure the session is as it was before. */
    void endCommit(Upload upload, boolean published);

    Deletion delete(SessionId id);

    /** Whether an upload has a session still, even one whose first chunk is on its way. */
    boolean goesOn(Upload upload);

    Optional<SessionView> find(SessionId id);

    /** The sessions whose file has this path, in the order of their ids. */
    List<SessionView> findByPath(ContentPath path);

    /** What was received and is not published. */
    Staged staged();

    /** Removes the sessions that are overdue; returns those removed for this reason since the last call, to be discarded. */
    List<Upload> sweep();
}
