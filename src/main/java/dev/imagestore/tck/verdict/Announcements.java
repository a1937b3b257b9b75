package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of failures that are known beforehand, or that come and go. An entry names a case, or a requirement with all its
 * cases.
 */
public record Announcements(List<Entry> failing, List<Entry> flaky) {

    public static final Announcements NONE = new Announcements(List.of(), List.of());

    public Announcements {
        failing = List.copyOf(failing);
        flaky = List.copyOf(flaky);
    }

    /**
     * One entry.
     *
     * @param place file and line, such as {@code known.txt:3}
     * @param id of a case or a requirement
     */
    public record Entry(String place, String id) {
        boolean covers(String caseId) {
            return caseId.equals(id) || caseId.startsWith(id + "/");
        }
    }

    /** Whether a failure of that case was announced. */
    public boolean expects(String caseId) {
        return all().anyMatch(e -> e.covers(caseId));
    }

    /** The results with those marked that were announced. */
    public List<CaseResult> mark(List<CaseResult> results) {
        return results.stream()
                .map(r -> departs(r) && expects(r.id()) ? r.asKnown() : r)
                .toList();
    }

    /**
     * The entries that did not come true: those that no case of the catalogue bears, and those of the failing that passed.
     * An entry of which no case was selected, or none came to be judged, is left alone.
     */
    public List<String> unmet(Set<String> catalogue, List<CaseResult> results) {
        Stream<String> strange = all().filter(entry -> isStrange(entry, catalogue))
                .map(entry -> "%s: no case is called %s".formatted(entry.place(), entry.id()));
        Stream<String> passed = failing.stream()
                .filter(entry -> hasPassed(entry, results))
                .map(entry -> "%s: %s was expected to fail, but passed".formatted(entry.place(), entry.id()));
        return Stream.concat(strange, passed).toList();
    }

    /** The ids among the failing that did not come true, as in {@link #unmet}. */
    public Set<String> outdated(Set<String> catalogue, List<CaseResult> results) {
        return failing.stream()
                .filter(entry -> isStrange(entry, catalogue) || hasPassed(entry, results))
                .map(Entry::id)
                .collect(Collectors.toSet());
    }

    private static boolean isStrange(Entry entry, Set<String> catalogue) {
        return catalogue.stream().noneMatch(entry::covers);
    }

    private static boolean hasPassed(Entry entry, List<CaseResult> results) {
        List<CaseResult> covered =
                results.stream().filter(r -> entry.covers(r.id())).toList();
        return covered.stream().anyMatch(r -> r.outcome() == Outcome.PASSED)
                && covered.stream().noneMatch(Announcements::departs);
    }

    private Stream<Entry> all() {
        return Stream.concat(failing.stream(), flaky.stream());
    }

    private static boolean departs(CaseResult result) {
        return result.outcome() == Outcome.FAILED || result.outcome() == Outcome.WARNED;
    }
}
