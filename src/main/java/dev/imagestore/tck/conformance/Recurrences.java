package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Recurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Failures that nobody announced, to be run again. There are not many of them, those of different requirements first, so
 * that a target with everything wrong does not take the longer for it.
 */
final class Recurrences {

    /** How many cases are run again, and how often, at most. */
    static final int CASES = 12;

    static final int TIMES = 3;

    /** The most bytes that such a case may send. */
    static final long LARGEST = 1 << 20;

    private final List<Case> cases;
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();

    private Recurrences(List<Case> cases) {
        this.cases = List.copyOf(cases);
    }

    /**
     * Chooses among the results.
     *
     * @param ran the cases of the run
     * @param announced ids of cases whose failure is no surprise
     */
    static Recurrences of(List<CaseResult> results, List<Case> ran, Predicate<String> announced) {
        Set<String> unexpected = new HashSet<>();
        results.stream()
                .filter(r -> r.outcome() == Outcome.FAILED && !announced.test(r.id()))
                .forEach(r -> unexpected.add(r.id()));
        List<Case> firsts = new ArrayList<>();
        List<Case> others = new ArrayList<>();
        Set<String> requirements = new HashSet<>();
        ran.stream()
                .filter(c -> unexpected.contains(c.id()) && !c.last() && c.stores() <= LARGEST)
                .forEach(c -> (requirements.add(c.requirement()) ? firsts : others).add(c));
        firsts.addAll(others);
        return new Recurrences(firsts.subList(0, Math.min(CASES, firsts.size())));
    }

    /** The most bytes that running some of these again may send. */
    static long mostBytes(List<Case> cases) {
        return TIMES
                * cases.stream()
                        .mapToLong(Case::stores)
                        .filter(bytes -> bytes <= LARGEST)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .limit(CASES)
                        .mapToLong(Long::longValue)
                        .sum();
    }

    List<Case> cases() {
        return cases;
    }

    /** A case was run again. */
    void add(CaseResult again) {
        if (again.outcome().judged()) {
            runs.merge(again.id(), 1, Integer::sum);
            failed.merge(again.id(), again.outcome() == Outcome.FAILED ? 1 : 0, Integer::sum);
        }
    }

    /** The first result, with what came of the others. */
    CaseResult told(CaseResult first) {
        int more = runs.getOrDefault(first.id(), 0);
        return more == 0 ? first : first.recurring(new Recurrence(failed.getOrDefault(first.id(), 0) + 1, more + 1));
    }
}
