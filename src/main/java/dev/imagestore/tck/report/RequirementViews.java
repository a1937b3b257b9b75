package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Requirement;
import dev.imagestore.tck.verdict.RequirementResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements as the page shows them: those that failed as cards, and all of them as a tree. */
final class RequirementViews {

    private final Report report;
    private final CaseViews cases;
    private final SuiteQuality quality;

    RequirementViews(Report report, RunEvidence evidence, SuiteQuality quality) {
        this.report = report;
        this.cases = new CaseViews(evidence);
        this.quality = quality;
    }

    /** All words that the requirements have for something, to choose from. */
    Set<String> words(Function<Requirement, List<String>> of) {
        return report.requirements().stream()
                .flatMap(r -> of.apply(r.requirement()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Roots first, each before what it explains; what was only advised comes last. */
    List<Map<String, Object>> failures() {
        Findings findings = new Findings(report);
        List<RequirementResult> ordered = new ArrayList<>();
        for (RequirementResult root : findings.roots()) {
            ordered.add(root);
            findings.explained().stream()
                    .filter(r -> r.explainedBy().orElse("").equals(root.id()))
                    .forEach(ordered::add);
        }
        findings.explained().stream().filter(r -> !ordered.contains(r)).forEach(ordered::add);
        List<Map<String, Object>> views = new ArrayList<>();
        ordered.forEach(r -> views.add(failure(r, Outcome.FAILED)));
        findings.with(Outcome.WARNED).forEach(r -> views.add(failure(r, Outcome.WARNED)));
        return views;
    }

    private Map<String, Object> failure(RequirementResult result, Outcome outcome) {
        Map<String, Object> view = requirement(result);
        view.put("outcome", outcome.word());
        view.put("topic", line(result.requirement().feature()));
        view.put("known", Findings.allKnown(result, outcome));
        view.put(
                "explains",
                report.requirements().stream()
                        .filter(r -> r.explainedBy().orElse("").equals(result.id()))
                        .map(RequirementResult::id)
                        .toList());
        List<Map<String, Object>> shown = cases.inFull(Findings.cases(result, outcome));
        view.put("cases", shown);
        view.put("more", Findings.cases(result, outcome).size() - shown.size());
        return view;
    }

    List<Map<String, Object>> topics() {
        Map<String, List<RequirementResult>> byTopic = report.requirements().stream()
                .collect(
                        Collectors.groupingBy(r -> r.requirement().feature(), LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> topics = new ArrayList<>();
        byTopic.forEach((topic, results) -> topics.add(Map.of(
                "name",
                line(topic),
                "summary",
                summary(results),
                "requirements",
                results.stream().map(r -> branch(r)).toList())));
        return topics;
    }

    private static String summary(List<RequirementResult> results) {
        return HtmlReport.OUTCOMES.stream()
                .map(o -> Map.entry(
                        o, results.stream().filter(r -> r.outcome() == o).count()))
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> branch(RequirementResult result) {
        Map<String, Object> view = requirement(result);
        view.put("outcome", result.outcome().word());
        view.put(
                "outcomes",
                Stream.concat(
                                Stream.of(result.outcome().word()),
                                result.cases().stream().map(c -> c.outcome().word()))
                        .distinct()
                        .collect(Collectors.joining(" ")));
        view.put("profiles", line(String.join(" ", result.requirement().profiles())));
        view.put("mutants", quality.found(result.id()));
        view.put("cases", result.cases().stream().map(cases::inBrief).toList());
        return view;
    }

    private static Map<String, Object> requirement(RequirementResult result) {
        Map<String, Object> view = new HashMap<>();
        view.put("id", line(result.id()));
        view.put("level", result.requirement().level().name());
        view.put("text", line(result.requirement().text()));
        view.put("description", Printable.xml(result.requirement().description()));
        view.put("provenance", line(String.join(" ", result.requirement().provenance())));
        view.put("explainedBy", line(result.explainedBy().orElse("")));
        return view;
    }

    private static String line(String text) {
        return Printable.line(text);
    }
}
