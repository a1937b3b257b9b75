package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a report in the order in which a reader wants them. */
final class Findings {

    /** The most characters of one expected or observed value that a report for people shows. */
    static final int LONGEST_VALUE = 500;

    /** Where the numbered exchanges are, below the folder of the reports. */
    static final String RECORDING = "exchanges/traffic.jsonl";

    /** The most exchanges of a case that a report for people names: the last ones, which decided it. */
    private static final int LISTED_EXCHANGES = 8;

    private final Report report;

    Findings(Report report) {
        this.report = report;
    }

    /** Whether the target came to be judged in no case, for a reason that the verdict gives. */
    boolean nothingJudged() {
        return report.verdict().status() == Verdict.Status.ERROR
                && report.cases().stream().allMatch(c -> c.outcome() == Outcome.INCONCLUSIVE);
    }

    /** The failures that nothing accounts for: the blamed ones, leading first, then those that were announced. */
    List<RequirementResult> roots() {
        List<String> blamed = report.verdict().blamed();
        return with(Outcome.FAILED).stream()
                .filter(r -> r.explainedBy().isEmpty())
                .sorted(Comparator.comparingInt(
                        r -> blamed.contains(r.id()) ? blamed.indexOf(r.id()) : Integer.MAX_VALUE))
                .toList();
    }

    List<RequirementResult> explained() {
        return with(Outcome.FAILED).stream()
                .filter(r -> r.explainedBy().isPresent())
                .toList();
    }

    /** The requirements of which at least one case came out so. */
    List<RequirementResult> with(Outcome outcome) {
        return report.requirements().stream()
                .filter(r -> !cases(r, outcome).isEmpty())
                .toList();
    }

    static List<CaseResult> cases(RequirementResult result, Outcome outcome) {
        return result.cases().stream().filter(c -> c.outcome() == outcome).toList();
    }

    /** The cases that came out so, by the reason that they share. */
    Map<String, List<CaseResult>> byReason(Outcome outcome) {
        return report.cases().stream()
                .filter(c -> c.outcome() == outcome)
                .collect(Collectors.groupingBy(
                        c -> c.reason().orElse("no reason given"), LinkedHashMap::new, Collectors.toList()));
    }

    static long count(List<RequirementResult> results, Level level, Outcome outcome) {
        return results.stream()
                .filter(r -> r.requirement().level() == level && r.outcome() == outcome)
                .count();
    }

    /** What one case shows, in a line that is not yet printable. */
    static String summary(CaseResult result) {
        List<String> parts = new ArrayList<>();
        result.reason().ifPresent(parts::add);
        result.expected().ifPresent(expected -> parts.add("expected " + expected));
        result.observed().ifPresent(observed -> parts.add("observed " + observed));
        return String.join("; ", parts);
    }

    static boolean allKnown(RequirementResult result, Outcome outcome) {
        return cases(result, outcome).stream().allMatch(CaseResult::known);
    }

    static String exchanges(CaseResult result) {
        int most = LISTED_EXCHANGES;
        List<String> last = result.exchanges().stream()
                .skip(Math.max(0, result.exchanges().size() - most))
                .map(String::valueOf)
                .toList();
        int earlier = result.exchanges().size() - last.size();
        return String.join(", ", last) + (earlier == 0 ? "" : " (and " + earlier + " before)");
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
