package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Upload;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a session by its id alone and believes each chunk what the path is, also one that it goes on to refuse. */
final class SessionMovedByChunk extends ForwardingSessions {

    static final Mutant MUTANT = Mutant.of(
            "session-moved-by-chunk",
            "SID-10",
            Family.ISOLATION,
            2,
            "A session belongs to the path of its last chunk, accepted or not.",
            parts -> parts.with(new SessionMovedByChunk(parts.sessions())));

    private final Map<SessionId, ContentPath> last = new ConcurrentHashMap<>();

    SessionMovedByChunk(Sessions real) {
        super(real);
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        ContentPath first = super.find(id).map(view -> view.upload().path()).orElse(path);
        last.put(id, path);
        return super.admit(id, first, chunk);
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        Commitment commitment = super.beginCommit(id);
        return commitment instanceof Commitment.Publish publish
                ? new Commitment.Publish(moved(publish.upload()))
                : commitment;
    }

    @Override
    public void endCommit(Upload upload, boolean published) {
        super.endCommit(super.find(upload.id()).map(SessionView::upload).orElse(upload), published);
    }

    @Override
    public Optional<SessionView> find(SessionId id) {
        return super.find(id)
                .map(view -> new SessionView(moved(view.upload()), view.modified(), view.expectedRanges()));
    }

    private Upload moved(Upload upload) {
        return new Upload(
                upload.id(), upload.serial(), last.getOrDefault(upload.id(), upload.path()), upload.fileLength());
    }
}
