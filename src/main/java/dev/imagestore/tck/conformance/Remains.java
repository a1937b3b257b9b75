package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a run has stored on the target and not yet removed. Safe for many threads. */
final class Remains {

    private static final int SHOWN = 10;

    private final Subject subject;
    private final RunSettings settings;
    private final AtomicBoolean published = new AtomicBoolean();
    private final Queue<OpenSession> sessions = new ConcurrentLinkedQueue<>();

    Remains(Subject subject, RunSettings settings) {
        this.subject = subject;
        this.settings = settings;
    }

    /** The run has published a file. */
    void published() {
        published.set(true);
    }

    /**
     * Gives up the sessions of one case, unless they are to be kept.
     *
     * @param touched those that the case has sent something to
     * @param open those of them that are known to be there
     */
    void giveUp(List<OpenSession> touched, List<OpenSession> open, CleanUp cleanUp) {
        boolean stay = settings.keep() || !cleanUp.endsSessions();
        sessions.addAll(stay ? open : cleanUp.sessions(touched));
    }

    /** Removes what was published, unless it is to be kept; returns what is left behind of everything, for people. */
    List<String> cleanUp() {
        List<String> left = new ArrayList<>();
        boolean removed = !settings.keep() && published.get() && new CleanUp(subject).folder(settings.folder());
        if (published.get() && !removed) {
            left.add(settings.folder() + "/" + why(Operation.DELETE));
        }
        if (sessions.size() > SHOWN) {
            left.add("%d upload sessions below %s/%s"
                    .formatted(sessions.size(), settings.folder(), why(Operation.DELETE_SESSION)));
        } else {
            sessions.forEach(session -> left.add(session + why(Operation.DELETE_SESSION)));
        }
        return left;
    }

    private String why(Operation remover) {
        if (settings.keep()) {
            return " (kept)";
        }
        if (!subject.claims(remover)) {
            return " (%s is not claimed)".formatted(remover.word());
        }
        return subject.store().lost().isPresent() ? " (the target was lost)" : " (the target did not let it go)";
    }
}
