package dev.imagestore.tck.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which failures another failed requirement accounts for, so that one defect is blamed once. A failed case is explained by
 * the requirement that its failed check is about, or by one that its own requirement declares; a requirement is
 * explained when each of its failed cases is.
 *
 * <p>An explanation names a failure that is itself unexplained, so it is never circular: of failures that account only for
 * each other, the first is left to be blamed. A failure that a list announced does not account for one that none did.
 */
final class Explanations {

    private final List<RequirementResult> results;
    private final Map<String, RequirementResult> byId = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> ways = new LinkedHashMap<>();
    private final Map<String, String> roots = new HashMap<>();

    Explanations(List<RequirementResult> results) {
        this.results = results;
        results.forEach(r -> byId.put(r.id(), r));
        results.stream().filter(Explanations::failed).forEach(r -> ways.put(r.id(), ways(r)));
    }

    List<RequirementResult> applied() {
        settle(new LinkedHashSet<>(ways.keySet()));
        List<RequirementResult> applied = new ArrayList<>();
        for (RequirementResult result : results) {
            Optional<String> root = Optional.ofNullable(roots.get(result.id())).filter(id -> !id.equals(result.id()));
            applied.add(new RequirementResult(result.requirement(), result.outcome(), root, result.cases()));
        }
        return applied;
    }

    /** Finds the root of each open failure: its own id where nothing else accounts for it. */
    private void settle(Set<String> open) {
        while (!open.isEmpty()) {
            String next = open.stream()
                    .filter(id -> explanation(id).isPresent())
                    .findFirst()
                    .orElseGet(() -> unexplained(open));
            roots.put(next, explanation(next).orElse(next));
            open.remove(next);
        }
    }

    private Optional<String> explanation(String id) {
        return ways.getOrDefault(id, List.of()).stream()
                .filter(way -> roots.keySet().containsAll(way))
                .findFirst()
                .map(way -> roots.get(way.get(0)));
    }

    /** The first open failure that leads to none, or only to such as lead back to it. */
    private String unexplained(Set<String> open) {
        return open.stream()
                .filter(id -> reachable(id, open).stream()
                        .allMatch(other -> reachable(other, open).contains(id)))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> reachable(String from, Set<String> open) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            ways.getOrDefault(ahead.removeFirst(), List.of()).stream()
                    .flatMap(List::stream)
                    .filter(id -> open.contains(id) && reached.add(id))
                    .forEach(ahead::addLast);
        }
        return reached;
    }

    /** The ways to explain a failure, best first; a way holds the failures that together account for it. */
    private List<List<String>> ways(RequirementResult result) {
        List<List<String>> found = new ArrayList<>();
        causes(result.requirement()).stream()
                .filter(id -> accountsFor(id, result))
                .forEach(id -> found.add(List.of(id)));
        List<Optional<String>> abouts = result.cases().stream()
                .filter(c -> c.outcome() == Outcome.FAILED)
                .map(c ->
                        c.about().stream().filter(id -> accountsFor(id, result)).findFirst())
                .toList();
        if (abouts.stream().allMatch(Optional::isPresent)) {
            found.add(abouts.stream().flatMap(Optional::stream).distinct().toList());
        }
        return found;
    }

    private boolean accountsFor(String id, RequirementResult failure) {
        RequirementResult cause = byId.get(id);
        return cause != null
                && !id.equals(failure.id())
                && failed(cause)
                && (cause.breaksConformance() || !failure.breaksConformance());
    }

    private static boolean failed(RequirementResult result) {
        return result.cases().stream().anyMatch(c -> c.outcome() == Outcome.FAILED);
    }

    /** The declared causes, nearest first, and theirs in turn. */
    private Set<String> causes(Requirement requirement) {
        Set<String> causes = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(requirement.explainedBy());
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            RequirementResult cause = byId.get(id);
            if (causes.add(id) && cause != null) {
                open.addAll(cause.requirement().explainedBy());
            }
        }
        return causes;
    }
}
