package dev.imagestore.tck.report;

import static dev.imagestore.tck.report.Printable.markdown;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code summary.md}: the run on one page, for the summary of a CI job or a comment on a change. */
final class MarkdownReport {

    private static final int LONGEST = Findings.LONGEST_VALUE;

    private final Report report;
    private final Findings findings;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
        this.findings = new Findings(report);
    }

    static String of(Report report) {
        return new MarkdownReport(report).text();
    }

    private String text() {
        line("# " + markdown(report.verdict().sentence()));
        if (!report.run().complete()) {
            section("**The run did not complete: not every selected case came to an outcome.**");
        }
        about();
        outcomes();
        operations();
        failures();
        explained();
        brief("In error", Outcome.ERROR);
        grouped("Inconclusive", Outcome.INCONCLUSIVE);
        brief("Warnings", Outcome.WARNED);
        grouped("Untested", Outcome.UNTESTED);
        leftBehind();
        return out.toString();
    }

    private void about() {
        section("| What | Value |");
        line("| --- | --- |");
        row("Target", report.target().url());
        row("Profile", report.target().profile());
        row("Operations", String.join(", ", report.target().operations()));
        row("Stored content observed", report.verdict().observed().word());
        row("Seed", String.valueOf(report.run().seed()));
        Duration took = Duration.between(report.run().started(), report.run().finished());
        row("Run", "%s, %s, %d ms".formatted(report.run().id(), report.run().started(), took.toMillis()));
        row(
                "Suite",
                "imagestore-tck %s, commit %s, features %s"
                        .formatted(
                                report.suite().version(),
                                report.suite().commit(),
                                report.suite().featuresSha256()));
    }

    private void row(String name, String value) {
        line("| " + name + " | " + markdown(value, LONGEST) + " |");
    }

    private void outcomes() {
        section("## Outcomes");
        section("| Level | " + words().collect(Collectors.joining(" | ")) + " |");
        line("| --- |" + " ---: |".repeat(Outcome.values().length));
        for (Level level : Level.values()) {
            String counts = Stream.of(Outcome.values())
                    .map(o -> String.valueOf(Findings.count(report.requirements(), level, o)))
                    .collect(Collectors.joining(" | "));
            line("| " + level + " | " + counts + " |");
        }
        section("%d of %d catalogued requirements had a case in this run."
                .formatted(report.requirements().size(), report.catalogued()));
    }

    private void operations() {
        if (report.target().standing().isEmpty()) {
            return;
        }
        section("## Operations");
        section("| Operation | Claimed | Probed | Cases judged |");
        line("| --- | --- | --- | ---: |");
        report.target()
                .standing()
                .forEach(s -> line("| %s | %s | %s | %d |"
                        .formatted(s.operation(), s.claimed() ? "yes" : "no", s.probed(), s.tested())));
    }

    private static Stream<String> words() {
        return Stream.of(Outcome.values()).map(Outcome::word);
    }

    private void failures() {
        List<RequirementResult> roots = findings.roots();
        if (!roots.isEmpty()) {
            section("## Failures");
        }
        for (RequirementResult root : roots) {
            String known = Findings.allKnown(root, Outcome.FAILED) ? " (known)" : "";
            section("### " + title(root) + known);
            line("");
            Findings.cases(root, Outcome.FAILED).forEach(this::failure);
        }
    }

    private void failure(CaseResult result) {
        line("- **" + markdown(result.id()) + "**" + (result.known() ? " (known)" : ""));
        result.reason().ifPresent(reason -> detail("reason", reason));
        result.expected().ifPresent(expected -> detail("expected", expected));
        result.observed().ifPresent(observed -> detail("observed", observed));
        result.recurrence().ifPresent(recurrence -> detail("again", recurrence.toString()));
        if (!result.exchanges().isEmpty()) {
            detail("exchanges", Findings.exchanges(result) + " in " + Findings.RECORDING);
        }
    }

    private void detail(String name, String value) {
        line("  - " + name + ": " + markdown(value, LONGEST));
    }

    private void explained() {
        list(
                "Also failed, explained by another failure",
                findings.explained().stream()
                        .map(r -> title(r) + " (explained by "
                                + markdown(r.explainedBy().orElseThrow()) + ")")
                        .toList());
    }

    private void brief(String heading, Outcome outcome) {
        list(
                heading,
                findings.with(outcome).stream()
                        .flatMap(r -> Findings.cases(r, outcome).stream())
                        .map(c -> "**" + markdown(c.id()) + "**: " + markdown(Findings.summary(c), LONGEST))
                        .toList());
    }

    private void grouped(String heading, Outcome outcome) {
        list(
                heading,
                findings.byReason(outcome).entrySet().stream().map(this::group).toList());
    }

    private String group(Map.Entry<String, List<CaseResult>> group) {
        String ids = group.getValue().stream()
                .map(CaseResult::requirement)
                .distinct()
                .collect(Collectors.joining(", "));
        return Findings.counted(group.getValue().size(), "case") + ": " + markdown(group.getKey(), LONGEST) + " ("
                + markdown(ids) + ")";
    }

    private void leftBehind() {
        list(
                "Left behind on the target",
                report.leftBehind().stream().map(l -> markdown(l, LONGEST)).toList());
    }

    private void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            section("## " + heading);
            line("");
            items.forEach(item -> line("- " + item));
        }
    }

    private static String title(RequirementResult result) {
        return markdown(result.id() + " " + result.requirement().text());
    }

    private void section(String line) {
        line("");
        line(line);
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
