package dev.imagestore.tck.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From the outcomes of the cases to requirements, blame and verdict. Pure: the same input, the same verdict. */
public final class Judge {

    private Judge() {}

    /**
     * Groups the cases by requirement, each with the worst outcome of its cases, and adds what accounts for a failure.
     *
     * @param requirements in the order of the features; those without a case are left out
     * @throws IllegalArgumentException when a case belongs to none of them, for its outcome would be lost
     */
    public static List<RequirementResult> requirements(List<Requirement> requirements, List<CaseResult> cases) {
        Map<String, List<CaseResult>> byRequirement = cases.stream()
                .collect(Collectors.groupingBy(CaseResult::requirement, LinkedHashMap::new, Collectors.toList()));
        List<RequirementResult> results = new ArrayList<>();
        for (Requirement requirement : requirements) {
            List<CaseResult> own = Objects.requireNonNullElse(byRequirement.remove(requirement.id()), List.of());
            if (!own.isEmpty()) {
                Outcome worst =
                        Outcome.worst(own.stream().map(CaseResult::outcome).toList());
                results.add(new RequirementResult(requirement, worst, Optional.empty(), own));
            }
        }
        if (!byRequirement.isEmpty()) {
            throw new IllegalArgumentException("cases of unknown requirements: " + byRequirement.keySet());
        }
        return new Explanations(results).applied();
    }

    /** The verdict on requirements that {@link #requirements} has put together. */
    public static Verdict verdict(List<RequirementResult> results, Circumstances circumstances) {
        Verdict.Status status = status(results, circumstances);
        int exitCode = status == Verdict.Status.ERROR && circumstances.lost().isPresent() ? 3 : status.exitCode();
        List<String> blamed = blamed(results, circumstances);
        return new Verdict(
                status,
                exitCode,
                blamed,
                circumstances.observed(),
                new Sentence(results, circumstances).of(status, blamed));
    }

    private static Verdict.Status status(List<RequirementResult> results, Circumstances circumstances) {
        if (results.stream().anyMatch(RequirementResult::breaksConformance)
                || (circumstances.strict() && results.stream().anyMatch(RequirementResult::departsFromAdvice))) {
            return Verdict.Status.NON_CONFORMANT;
        }
        if (circumstances.lost().isPresent() || any(results, c -> c.outcome() == Outcome.ERROR)) {
            return Verdict.Status.ERROR;
        }
        if (circumstances.vacuous().isPresent()
                || any(results, c -> c.outcome() == Outcome.INCONCLUSIVE)
                || !any(results, c -> c.outcome() == Outcome.PASSED)
                || (circumstances.requireObserved() && unobservedMusts(results) > 0)) {
            return Verdict.Status.INCONCLUSIVE;
        }
        boolean known = any(
                results,
                c -> c.outcome() == Outcome.FAILED || (circumstances.strict() && c.outcome() == Outcome.WARNED));
        return known ? Verdict.Status.CONFORMANT_BUT_KNOWN : Verdict.Status.CONFORMANT;
    }

    private static List<String> blamed(List<RequirementResult> results, Circumstances circumstances) {
        Map<String, Long> accountsFor = new LinkedHashMap<>();
        results.forEach(r -> r.explainedBy().ifPresent(id -> accountsFor.merge(id, 1L, Long::sum)));
        List<String> blamed = new ArrayList<>(results.stream()
                .filter(r -> r.breaksConformance() && r.explainedBy().isEmpty())
                .map(RequirementResult::id)
                .sorted(Comparator.comparing((String id) -> accountsFor.getOrDefault(id, 0L))
                        .reversed())
                .toList());
        if (circumstances.strict()) {
            results.stream()
                    .filter(RequirementResult::departsFromAdvice)
                    .map(RequirementResult::id)
                    .filter(id -> !blamed.contains(id))
                    .forEach(blamed::add);
        }
        return blamed;
    }

    static long unobservedMusts(List<RequirementResult> results) {
        return results.stream()
                .filter(r -> r.requirement().level() == Level.MUST)
                .filter(r -> r.outcome() == Outcome.UNTESTED)
                .count();
    }

    private static boolean any(List<RequirementResult> results, Predicate<CaseResult> predicate) {
        return results.stream().flatMap(r -> r.cases().stream()).anyMatch(predicate);
    }
}
