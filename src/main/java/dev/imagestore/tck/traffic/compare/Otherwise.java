package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.model.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions in which overlapping requests were taken in another order than when they were recorded. What follows in such
 * a session hangs on that, and so does what is stored under its paths; until its end it is no use to hold the two together.
 */
final class Otherwise {

    private record Session(int loop, String id) {}

    private final Map<Session, Set<String>> open = new HashMap<>();
    private final Map<Integer, Set<String>> undecided = new HashMap<>();

    /** Whether that session went another way before. */
    boolean follows(Answers.Pair pair) {
        return session(pair).filter(open::containsKey).isPresent();
    }

    /** Its requests were taken in another order, now or before. */
    void went(Answers.Pair pair) {
        if (pair.action() instanceof Action.PutFile put) {
            undecided(pair.loop()).add(put.path());
        }
        session(pair).ifPresent(session -> {
            Set<String> paths = open.computeIfAbsent(session, s -> new HashSet<>());
            if (!pair.api().content().isEmpty()) {
                paths.add(pair.api().path());
            }
            pair.history().pathOf(session.id()).ifPresent(paths::add);
            undecided(session.loop()).addAll(paths);
        });
    }

    /**
     * A request was answered alike. A commit or a deletion that was accepted ends its session in both; what a session that
     * did not go another way brings, or a plain upload, is decided again.
     */
    void same(Answers.Pair pair, boolean accepted) {
        if (!accepted) {
            return;
        }
        boolean followed = follows(pair);
        if (pair.action() instanceof Action.Commit commit && !followed) {
            pair.history().pathOf(commit.session()).ifPresent(undecided(pair.loop())::remove);
        } else if (pair.action() instanceof Action.PutFile put) {
            undecided(pair.loop()).remove(put.path());
        }
        if (pair.action() instanceof Action.Commit || pair.action() instanceof Action.DropSession) {
            session(pair).ifPresent(open::remove);
        }
    }

    private static Optional<Session> session(Answers.Pair pair) {
        return pair.api().session().map(id -> new Session(pair.loop(), id));
    }

    /** The paths under which it is open what is stored. */
    Set<String> undecided(int loop) {
        return undecided.computeIfAbsent(loop, l -> new HashSet<>());
    }
}
