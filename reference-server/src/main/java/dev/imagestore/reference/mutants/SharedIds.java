package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Takes ids for the same of which a part is the same; the first one that came stands for all of them. */
final class SharedIds extends ForwardingSessions {

    private final Function<SessionId, Long> part;
    private final Map<Long, SessionId> firsts = new ConcurrentHashMap<>();

    SharedIds(Sessions real, Function<SessionId, Long> part) {
        super(real);
        this.part = part;
    }

    private SessionId shared(SessionId id) {
        return firsts.computeIfAbsent(part.apply(id), key -> id);
    }

    @Override
    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
        return super.admit(shared(id), path, chunk);
    }

    @Override
    public Commitment beginCommit(SessionId id) {
        return super.beginCommit(shared(id));
    }

    @Override
    public Deletion delete(SessionId id) {
        return super.delete(shared(id));
    }

    @Override
    public Optional<SessionView> find(SessionId id) {
        return super.find(shared(id));
    }
}
