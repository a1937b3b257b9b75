package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.http.Reply;
import dev.imagestore.reference.request.Dialect;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.SessionView;
import java.util.List;
import java.util.function.UnaryOperator;

/** Answers that describe sessions wrong. */
final class AlteredViews {

    private AlteredViews() {}

    static UnaryOperator<Collaborators> list(UnaryOperator<List<SessionView>> change) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply sessions(List<SessionView> sessions, Dialect dialect) {
                return super.sessions(change.apply(sessions), dialect);
            }
        });
    }

    static UnaryOperator<Collaborators> each(UnaryOperator<SessionView> change) {
        return list(sessions -> sessions.stream().map(change).toList());
    }

    static UnaryOperator<Collaborators> expected(UnaryOperator<List<ByteRange>> change) {
        return each(session ->
                new SessionView(session.upload(), session.modified(), change.apply(session.expectedRanges())));
    }

    /** Changes the text of the answer. */
    static UnaryOperator<Collaborators> text(UnaryOperator<String> change) {
        return parts -> parts.with(new ForwardingResponder(parts.responder()) {
            @Override
            public Reply sessions(List<SessionView> sessions, Dialect dialect) {
                return Replies.text(super.sessions(sessions, dialect), change);
            }
        });
    }
}
