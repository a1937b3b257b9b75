package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.model.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which exchange has to wait for which: B for A if both are about one session or one path and, when they were recorded, A
 * was answered before B was sent. Everything else may overlap. Exchanges come in the order of their starts.
 */
final class Causality {

    private static final int BEFORE_A_SWEEP = 16;

    private final Map<String, Set<Node>> byKey = new HashMap<>();

    /** Adds the exchange and counts what it has to wait for. {@code pathOf} knows the path of an open session. */
    void add(Node node, Function<String, Optional<String>> pathOf) {
        Keys keys = Keys.of(node, pathOf);
        Set<Node> before = new TreeSet<>((one, other) -> Long.compare(one.number, other.number));
        for (String key : keys.after()) {
            collect(node, byKey.getOrDefault(key, Set.of()), before);
        }
        before.forEach(earlier -> earlier.dependents.add(node));
        node.waitingFor = before.size();
        for (String key : keys.own()) {
            Set<Node> there = byKey.computeIfAbsent(key, k -> new LinkedHashSet<>(2));
            if (there.size() >= BEFORE_A_SWEEP && keys.after().contains(key)) {
                sweep(there, node.startMicros);
            }
            there.add(node);
            node.keys.add(key);
        }
    }

    private static void collect(Node node, Set<Node> there, Set<Node> before) {
        for (Node earlier : there) {
            if (earlier.endMicros <= node.startMicros) {
                before.add(earlier);
            }
        }
    }

    /** Drops those that a later one waits for which everything from now on waits for; for keys that all look under. */
    private static void sweep(Set<Node> there, long now) {
        long latest = there.stream()
                .filter(n -> n.endMicros <= now)
                .mapToLong(n -> n.startMicros)
                .max()
                .orElse(Long.MIN_VALUE);
        there.removeIf(n -> n.endMicros <= latest);
    }

    /** The exchange has ended; returns those that need not wait any more. */
    List<Node> done(Node node) {
        for (String key : node.keys) {
            Set<Node> there = byKey.get(key);
            if (there != null) {
                there.remove(node);
                if (there.isEmpty()) {
                    byKey.remove(key);
                }
            }
        }
        List<Node> free = new ArrayList<>();
        for (Node dependent : node.dependents) {
            if (--dependent.waitingFor == 0) {
                free.add(dependent);
            }
        }
        return free;
    }

    /**
     * @param own under which later exchanges find this one
     * @param after under which it finds earlier ones
     */
    private record Keys(List<String> own, List<String> after) {

        static Keys of(Node node, Function<String, Optional<String>> pathOf) {
            List<String> own = new ArrayList<>();
            List<String> after = new ArrayList<>();
            Optional<String> session = node.api.session();
            session.ifPresent(id -> both(own, after, "session " + node.loop + " " + id));
            boolean whole = node.api.known()
                    && node.api.session().isEmpty()
                    && node.api.verb().isEmpty();
            boolean tree = !node.api.method().equals("PUT")
                    && (whole || node.api.verb().equals("FolderSize"));
            if (node.action instanceof Action.Commit commit) {
                pathOf.apply(commit.session()).ifPresent(path -> path(node.loop, path, own, after));
            } else if (tree || node.api.verb().equals("Copy")) {
                tree(node.loop, node.api.verb().equals("Copy") ? "" : node.api.path(), own, after);
            } else if (node.api.known() && !node.api.content().isEmpty()) {
                path(node.loop, node.api.path(), own, after);
            }
            return new Keys(own, after);
        }

        private static void both(List<String> own, List<String> after, String key) {
            own.add(key);
            after.add(key);
        }

        /** About one file: it meets the others of that file, and what is about a folder around it. */
        private static void path(int loop, String path, List<String> own, List<String> after) {
            both(own, after, "path " + loop + " " + path);
            for (String folder : foldersOf(path)) {
                own.add("below " + loop + " " + folder);
                after.add("tree " + loop + " " + folder);
            }
        }

        /** About a file or a folder with all that is below. */
        private static void tree(int loop, String path, List<String> own, List<String> after) {
            path(loop, path, own, after);
            own.add("tree " + loop + " " + path);
            after.add("below " + loop + " " + path);
        }

        private static List<String> foldersOf(String path) {
            List<String> folders = new ArrayList<>(List.of(""));
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash));
            }
            if (!path.isEmpty()) {
                folders.add(path);
            }
            return folders;
        }
    }
}
