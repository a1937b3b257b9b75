package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.Refusal;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Sessions;
import dev.imagestore.reference.session.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers for which gaps the commit of a session was refused, and makes too much of it. */
abstract class RefusedBefore extends ForwardingSessions {

    static final Mutant ENDS_SESSION = Mutant.of(
            "third-refusal-ends-session",
            "COM-05",
            Family.COMMIT,
            3,
            "The third commit that is refused ends the session.",
            parts -> parts.with(new RefusedBefore(parts.sessions()) {
                @Override
                void refused(SessionView session, List<List<ByteRange>> gaps) {
                    if (gaps.size() >= 3) {
                        delete(session.upload().id());
                    }
                }
            }));

    static final Mutant OVERLOOKS_LATER_GAPS = Mutant.of(
            "later-gaps-overlooked",
            "COM-04",
            Family.COMMIT,
            3,
            "A session whose commit was refused can be committed later, with other gaps.",
            parts -> parts.with(new RefusedBefore(parts.sessions()) {
                @Override
                void refused(SessionView session, List<List<ByteRange>> gaps) {
                    if (gaps.stream().distinct().count() > 1) {
                        long length = session.upload().fileLength();
                        SessionMutants.fill(parts.sessions(), session, new ByteRange(0, length - 1));
                    }
                }
            }));

    private final Map<Upload, List<List<ByteRange>>> refusals = new ConcurrentHashMap<>();

    private RefusedBefore(Sessions real) {
        super(real);
    }

    /** The commit is refused for the last of these gaps. */
    abstract void refused(SessionView session, List<List<ByteRange>> gaps);

    @Override
    public Commitment beginCommit(SessionId id) {
        Commitment right = super.beginCommit(id);
        Optional<SessionView> session = find(id);
        if (session.isEmpty() || !(right instanceof Refusal refusal) || refusal.reason() != Reason.ARGUMENT) {
            return right;
        }
        List<List<ByteRange>> gaps =
                refusals.computeIfAbsent(session.get().upload(), upload -> new CopyOnWriteArrayList<>());
        gaps.add(session.get().expectedRanges());
        refused(session.get(), gaps);
        return super.beginCommit(id);
    }
}
