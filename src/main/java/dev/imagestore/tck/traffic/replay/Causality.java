package dev.imagestore.tck.traffic.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which exchange of a loop has to wait for which: B for A if both are about one session or one path, or one is about a
 * folder with all that is below it and the other about something there, and when they were recorded, A was answered before
 * B was sent. Everything else may overlap. Exchanges come in the order of their starts.
 */
final class Causality {

    private static final int BEFORE_A_SWEEP = 16;

    private final Map<String, List<Node>> bySession = new HashMap<>();
    private final Map<String, List<Node>> byPath = new HashMap<>();
    private final Map<String, List<Node>> trees = new HashMap<>();

    /** Adds the exchange and counts what it has to wait for. */
    void add(Node node) {
        if (node.concern.session().isPresent()) {
            String session = node.concern.session().get();
            waitFor(node, bySession.getOrDefault(session, List.of()));
            place(node, bySession, session);
        }
        if (node.concern.path().isPresent()) {
            addByPath(node, node.concern.path().get());
        }
    }

    private void addByPath(Node node, String path) {
        waitFor(node, byPath.getOrDefault(path, List.of()));
        if (!trees.isEmpty()) {
            trees.forEach((tree, there) -> {
                if (Concern.isBelow(path, tree)) {
                    waitFor(node, there);
                }
            });
        }
        if (node.concern.withAllBelow()) {
            byPath.forEach((other, there) -> {
                if (Concern.isBelow(other, path)) {
                    waitFor(node, there);
                }
            });
            place(node, trees, path);
        }
        place(node, byPath, path);
    }

    private static void waitFor(Node node, List<Node> there) {
        for (Node earlier : there) {
            if (earlier.endMicros <= node.startMicros && earlier.precedes(node)) {
                node.waitingFor++;
            }
        }
    }

    private static void place(Node node, Map<String, List<Node>> by, String key) {
        List<Node> there = by.computeIfAbsent(key, k -> new ArrayList<>(2));
        if (there.size() >= BEFORE_A_SWEEP) {
            sweep(there, node.startMicros);
        }
        there.add(node);
    }

    /** Drops those that a later one waits for which everything from now on waits for. */
    private static void sweep(List<Node> there, long now) {
        long latest = Long.MIN_VALUE;
        for (Node node : there) {
            latest = node.endMicros <= now ? Math.max(latest, node.startMicros) : latest;
        }
        long start = latest;
        there.removeIf(node -> node.endMicros <= start);
    }

    /** The exchange has ended; returns those that need not wait any more. */
    List<Node> done(Node node) {
        if (node.concern.session().isPresent()) {
            remove(node, bySession, node.concern.session().get());
        }
        if (node.concern.path().isPresent()) {
            remove(node, byPath, node.concern.path().get());
            if (node.concern.withAllBelow()) {
                remove(node, trees, node.concern.path().get());
            }
        }
        if (node.dependents.isEmpty()) {
            return List.of();
        }
        List<Node> free = new ArrayList<>(node.dependents.size());
        for (Node dependent : node.dependents) {
            if (--dependent.waitingFor == 0) {
                free.add(dependent);
            }
        }
        return free;
    }

    private static void remove(Node node, Map<String, List<Node>> by, String key) {
        List<Node> there = by.get(key);
        if (there != null) {
            there.remove(node);
            if (there.isEmpty()) {
                by.remove(key);
            }
        }
    }
}
