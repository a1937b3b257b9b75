package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.Changes;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Requirement;
import dev.imagestore.tck.verdict.RequirementResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code report.html}: the run for the person who has to act on it. */
final class HtmlReport {

    private static final String NAME = "report";
    static final List<Outcome> OUTCOMES = List.of(
            Outcome.FAILED,
            Outcome.ERROR,
            Outcome.INCONCLUSIVE,
            Outcome.WARNED,
            Outcome.UNTESTED,
            Outcome.PASSED,
            Outcome.INAPPLICABLE);

    private static final List<Outcome> OPEN = List.of(Outcome.ERROR, Outcome.INCONCLUSIVE, Outcome.UNTESTED);
    private static final Pattern WORDS = Pattern.compile("[A-Z]+-\\d+|`[a-z-]+`|(?:(?![A-Z]+-\\d|`[a-z-]+`).)+");

    private final Report report;
    private final RunEvidence evidence;
    private final Set<String> ids;

    private HtmlReport(Report report, RunEvidence evidence) {
        this.report = report;
        this.evidence = evidence;
        this.ids = report.requirements().stream().map(RequirementResult::id).collect(Collectors.toSet());
    }

    /** @param files names of the raw files, as links */
    static String of(Report report, RunEvidence evidence, List<String> files) {
        return Template.page(NAME, new HtmlReport(report, evidence).values(files));
    }

    private Map<String, Object> values(List<String> files) {
        Map<String, Object> values = new HashMap<>();
        SuiteQuality quality = new SuiteQuality(report);
        RequirementViews requirements = new RequirementViews(report, evidence, quality);
        values.put("status", report.verdict().status().word());
        values.put("sentence", sentence());
        values.put("target", line(report.target().url()));
        values.put("complete", report.run().complete());
        values.put("facts", facts());
        values.put("outcomes", OUTCOMES.stream().map(Outcome::word).toList());
        values.put("levels", levels());
        values.put("hasBaseline", report.changes().isPresent());
        values.put(
                "baseline",
                report.changes().map(Changes::baseline).map(Printable::line).orElse(""));
        values.put("changes", report.changes().map(this::changes).orElse(List.of()));
        values.put("anyFailed", !new Findings(report).with(Outcome.FAILED).isEmpty());
        values.put("failures", requirements.failures());
        values.put("open", open());
        values.put("topics", requirements.topics());
        values.put("provenances", requirements.words(Requirement::provenance));
        values.put("profiles", requirements.words(Requirement::profiles));
        values.put("operations", operations());
        values.put("coverage", quality.coverage());
        values.put("matrix", quality.matrix());
        values.put(
                "leftBehind", report.leftBehind().stream().map(Printable::line).toList());
        values.put("files", files);
        values.put("version", report.suite().version());
        values.put("commit", report.suite().commit());
        values.put("features", report.suite().featuresSha256());
        return values;
    }

    /** The verdict in pieces, so that a requirement in it is a link. */
    private List<Map<String, String>> sentence() {
        return WORDS.matcher(line(report.verdict().sentence()))
                .results()
                .map(MatchResult::group)
                .map(word ->
                        Map.of("text", word.replace("`", ""), "id", ids.contains(word) ? word : "", "kind", kind(word)))
                .toList();
    }

    private static String kind(String word) {
        return word.startsWith("`") && word.endsWith("`") && word.length() > 2 ? "code" : "text";
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
        facts.put(
                "started",
                report.run().started().truncatedTo(ChronoUnit.SECONDS).toString());
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

    private List<Map<String, String>> changes(Changes changes) {
        return Stream.of(
                        changed("broken", changes.broken()),
                        changed("fixed", changes.fixed()),
                        changed("new", changes.added()),
                        changed("removed", changes.removed()))
                .flatMap(s -> s)
                .toList();
    }

    private Stream<Map<String, String>> changed(String word, List<String> cases) {
        return cases.stream().map(id -> {
            String requirement = id.replaceFirst("/.*", "");
            return Map.of("word", word, "id", line(id), "requirement", ids.contains(requirement) ? requirement : "");
        });
    }

    /** Why cases came to no outcome of their own, the gravest first. */
    private List<Map<String, Object>> open() {
        Findings findings = new Findings(report);
        return OPEN.stream()
                .flatMap(outcome -> findings.byReason(outcome).entrySet().stream()
                        .map(e -> Map.<String, Object>of(
                                "outcome",
                                outcome.word(),
                                "cases",
                                e.getValue().size(),
                                "reason",
                                Printable.line(e.getKey(), Findings.LONGEST_VALUE),
                                "ids",
                                e.getValue().stream()
                                        .map(c -> line(c.requirement()))
                                        .distinct()
                                        .toList())))
                .toList();
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

    private static String line(String text) {
        return Printable.line(text);
    }
}
