package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code report.html}: the run for the person who has to act on it. */
final class HtmlReport {

    private static final String NAME = "report";
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.FAILED,
            Outcome.ERROR,
            Outcome.INCONCLUSIVE,
            Outcome.WARNED,
            Outcome.UNTESTED,
            Outcome.PASSED,
            Outcome.INAPPLICABLE);

    private final Report report;
    private final RunEvidence evidence;

    private HtmlReport(Report report, RunEvidence evidence) {
        this.report = report;
        this.evidence = evidence;
    }

    /** @param files names of the raw files, as links */
    static String of(Report report, RunEvidence evidence, List<String> files) {
        return Template.page(NAME, new HtmlReport(report, evidence).values(files));
    }

    private Map<String, Object> values(List<String> files) {
        Map<String, Object> values = new HashMap<>();
        CaseViews cases = new CaseViews(evidence);
        values.put("status", report.verdict().status().word());
        values.put("sentence", line(report.verdict().sentence()));
        values.put("target", line(report.target().url()));
        values.put("complete", report.run().complete());
        values.put("facts", facts());
        values.put("outcomes", OUTCOMES.stream().map(Outcome::word).toList());
        values.put("levels", levels());
        values.put("hasBaseline", report.changes().isPresent());
        values.put(
                "baseline",
                report.changes().map(Changes::baseline).map(Printable::line).orElse(""));
        values.put("changes", report.changes().map(HtmlReport::changes).orElse(List.of()));
        values.put("anyFailed", !new Findings(report).with(Outcome.FAILED).isEmpty());
        values.put("failures", failures(cases));
        values.put("topics", topics(cases));
        values.put("provenances", provenances());
        values.put("operations", operations());
        values.put("coverage", coverage());
        values.put(
                "leftBehind", report.leftBehind().stream().map(Printable::line).toList());
        values.put("files", files);
        values.put("version", report.suite().version());
        values.put("commit", report.suite().commit());
        values.put("features", report.suite().featuresSha256());
        return values;
    }

    private List<Map<String, String>> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        Duration took = Duration.between(report.run().started(), report.run().finished());
        facts.put("target", report.target().url());
        facts.put("exit code", String.valueOf(report.verdict().exitCode()));
        facts.put("profile", report.target().profile());
        facts.put("stored content", seen());
        facts.put("operations", String.join(", ", report.target().operations()));
        facts.put("suite", report.suite().version());
        facts.put("started", report.run().started().toString());
        facts.put("took", "%.1f s".formatted(took.toMillis() / 1e3));
        facts.put("run", report.run().id());
        facts.put("seed", String.valueOf(report.run().seed()));
        return facts.entrySet().stream()
                .map(e -> Map.of("name", e.getKey(), "value", line(e.getValue())))
                .toList();
    }

    private String seen() {
        return switch (report.verdict().observed()) {
            case BYTES -> "bytes observed";
            case SIZE -> "sizes observed, bytes not";
            case NONE -> "not observed";
        };
    }

    private List<Map<String, Object>> levels() {
        return Arrays.stream(Level.values())
                .map(level -> Map.<String, Object>of(
                        "level",
                        level.name(),
                        "cells",
                        OUTCOMES.stream()
                                .map(o -> Map.of(
                                        "outcome", o.word(), "count", Findings.count(report.requirements(), level, o)))
                                .toList()))
                .toList();
    }

    private static List<Map<String, String>> changes(Changes changes) {
        return Stream.of(
                        changed("broken", changes.broken()),
                        changed("fixed", changes.fixed()),
                        changed("new", changes.added()),
                        changed("removed", changes.removed()))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Map<String, String>> changed(String word, List<String> ids) {
        return ids.stream()
                .map(id -> Map.of("word", word, "id", line(id), "requirement", line(id.replaceFirst("/.*", ""))));
    }

    /** Roots first, each before what it explains; what was only advised comes last. */
    private List<Map<String, Object>> failures(CaseViews cases) {
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
        ordered.forEach(r -> views.add(failure(r, Outcome.FAILED, cases)));
        findings.with(Outcome.WARNED).forEach(r -> views.add(failure(r, Outcome.WARNED, cases)));
        return views;
    }

    private Map<String, Object> failure(RequirementResult result, Outcome outcome, CaseViews cases) {
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

    private List<Map<String, Object>> topics(CaseViews cases) {
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
                results.stream().map(r -> branch(r, cases)).toList())));
        return topics;
    }

    private static String summary(List<RequirementResult> results) {
        return OUTCOMES.stream()
                .map(o -> Map.entry(
                        o, results.stream().filter(r -> r.outcome() == o).count()))
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> branch(RequirementResult result, CaseViews cases) {
        Map<String, Object> view = requirement(result);
        view.put("outcome", result.outcome().word());
        view.put(
                "outcomes",
                Stream.concat(
                                Stream.of(result.outcome().word()),
                                result.cases().stream().map(c -> c.outcome().word()))
                        .distinct()
                        .collect(Collectors.joining(" ")));
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

    private Set<String> provenances() {
        return report.requirements().stream()
                .flatMap(r -> r.requirement().provenance().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Map<String, Object>> operations() {
        TreeSet<String> names = new TreeSet<>(report.target().operations());
        names.addAll(evidence.uses().keySet());
        report.target().standing().forEach(s -> names.add(s.operation()));
        List<Map<String, Object>> operations = new ArrayList<>();
        for (String name : names) {
            RunEvidence.Use use = evidence.uses().getOrDefault(name, new RunEvidence.Use(0, 0));
            Optional<OperationStanding> standing = report.target().standing(name);
            operations.add(Map.of(
                    "name",
                    line(name),
                    "claimed",
                    report.target().operations().contains(name) ? "yes" : "no",
                    "probed",
                    standing.map(OperationStanding::probed).orElse(""),
                    "tested",
                    standing.map(OperationStanding::tested).orElse(0L),
                    "requests",
                    use.requests(),
                    "successes",
                    use.successes()));
        }
        return operations;
    }

    private String coverage() {
        int covered = report.requirements().size();
        return ("%d of the %d requirements of the protocol page have a case in this run, %d cases in all. The others are listed, "
                        + "each with its reason, in features/untestable.md.")
                .formatted(covered, report.catalogued(), report.cases().size());
    }

    private static String line(String text) {
        return Printable.line(text);
    }
}
