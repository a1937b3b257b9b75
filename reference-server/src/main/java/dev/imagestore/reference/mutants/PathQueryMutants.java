package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Queries by path that list too many sessions, or too few. */
final class PathQueryMutants {

    private static final int PAGE = 10;

    private PathQueryMutants() {}

    static List<Mutant> all() {
        return List.of(
                byPath(
                        "sessions-by-path-end",
                        "QRY-06",
                        3,
                        "Asking by path lists all sessions whose path ends in it.",
                        (path, other) -> ("/" + other).endsWith("/" + path)),
                Mutant.of(
                        "ten-sessions-listed",
                        "QRY-06",
                        Family.QUERY,
                        3,
                        "Asking by path lists ten sessions at most.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public List<SessionView> findByPath(ContentPath path) {
                                return super.findByPath(path).stream()
                                        .limit(PAGE)
                                        .toList();
                            }
                        })),
                byPath(
                        "sessions-below-listed",
                        "QRY-07",
                        2,
                        "Asking by path lists the sessions below it too.",
                        (path, other) -> other.equals(path) || other.isBelow(path)),
                byPath(
                        "sessions-above-listed",
                        "QRY-07",
                        3,
                        "Asking by path lists the sessions above it too.",
                        (path, other) -> other.equals(path) || path.isBelow(other)),
                byPath(
                        "sessions-by-name-prefix",
                        "QRY-07",
                        3,
                        "Asking by path lists all sessions whose path begins with the same letters.",
                        (path, other) -> other.toString().startsWith(path.toString())),
                Mutant.of(
                        "one-session-per-path-listed",
                        "QRY-06",
                        Family.QUERY,
                        2,
                        "Asking by path lists one session at most.",
                        parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                            @Override
                            public List<SessionView> findByPath(ContentPath path) {
                                return super.findByPath(path).stream().limit(1).toList();
                            }
                        })));
    }

    private static Mutant byPath(
            String name,
            String requirement,
            int subtlety,
            String sentence,
            BiPredicate<ContentPath, ContentPath> shown) {
        return Mutant.of(
                name,
                requirement,
                Family.QUERY,
                subtlety,
                sentence,
                parts -> parts.with(new ForwardingSessions(parts.sessions()) {
                    private final Set<SessionId> known = ConcurrentHashMap.newKeySet();

                    @Override
                    public Admission admit(SessionId id, ContentPath path, ContentRange chunk) {
                        known.add(id);
                        return super.admit(id, path, chunk);
                    }

                    @Override
                    public List<SessionView> findByPath(ContentPath path) {
                        return known.stream()
                                .sorted()
                                .flatMap(id -> find(id).stream())
                                .filter(session ->
                                        shown.test(path, session.upload().path()))
                                .toList();
                    }
                }));
    }
}
