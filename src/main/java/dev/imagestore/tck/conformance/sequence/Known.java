package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.AllowedSession;
import dev.imagestore.tck.model.Content;
import dev.imagestore.tck.model.Fate;
import dev.imagestore.tck.model.History;
import dev.imagestore.tck.protocol.SessionDescription;
import java.util.List;
import java.util.Optional;

/** The model's view of a trial, in which one request ends before the next begins. */
final class Known {

    private final History history = new History(true);
    private long requests;

    void happened(Action action, Fate fate) {
        history.begin(++requests, action);
        history.end(requests, fate);
    }

    /** What a query of that session may find now. */
    AllowedSession session(String id) {
        history.begin(++requests, new Action.QuerySession(id));
        AllowedSession allowed = history.answers(requests);
        history.end(requests, Fate.ACCEPTED);
        return allowed;
    }

    /** What is wrong with that list of the sessions of a path. */
    Optional<String> complaint(String path, List<SessionDescription> listed) {
        history.begin(++requests, new Action.QueryPath(path));
        Optional<String> complaint = history.complaint(requests, listed);
        history.end(requests, Fate.ACCEPTED);
        return complaint;
    }

    /** What may be stored there now. */
    List<Content> stored(String path) {
        return history.candidates(path);
    }
}
