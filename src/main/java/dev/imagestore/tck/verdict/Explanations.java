package dev.imagestore.tck.verdict;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which failures another failed requirement accounts for, so that one defect is blamed once. A failed case is explained by
 * the requirement that its failed check is about, or by one that its own requirement declares; a requirement is
 * explained when each of its failed cases is.
 */
final class Explanations {

    private final List<RequirementResult> results;
    private final Map<String, RequirementResult> byId = new HashMap<>();

    Explanations(List<RequirementResult> results) {
        this.results = results;
        results.forEach(r -> byId.put(r.id(), r));
    }

    List<RequirementResult> applied() {
        List<RequirementResult> applied = new ArrayList<>();
        for (RequirementResult result : results) {
            applied.add(
                    new RequirementResult(result.requirement(), result.outcome(), explanation(result), result.cases()));
        }
        return applied;
    }

    private Optional<String> explanation(RequirementResult result) {
        List<CaseResult> failed = result.cases().stream()
                .filter(c -> c.outcome() == Outcome.FAILED)
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> declared = causes(result.requirement()).stream()
                .filter(id -> failedItself(id, result.id()))
                .findFirst();
        if (declared.isPresent()) {
            return declared;
        }
        List<Optional<String>> perCase = failed.stream()
                .map(c -> c.about().filter(id -> failedItself(id, result.id())))
                .toList();
        return perCase.stream().allMatch(Optional::isPresent) ? perCase.get(0) : Optional.empty();
    }

    private boolean failedItself(String id, String explained) {
        RequirementResult other = byId.get(id);
        return other != null
                && !id.equals(explained)
                && other.cases().stream().anyMatch(c -> c.outcome() == Outcome.FAILED);
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
