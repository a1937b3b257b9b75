package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads on the terminal at the end of a run: what is wrong first, the verdict last. */
public final class TextReport {

    private static final int CASES_SHOWN = 3;
    private static final int IDS_SHOWN = 8;

    private final Report report;
    private final Findings findings;
    private final StringBuilder out = new StringBuilder();

    private TextReport(Report report) {
        this.report = report;
        this.findings = new Findings(report);
    }

    /**
     * Writes the report; the last two lines are the verdict and where the files are. Control characters that came from the
     * target are shown as escapes.
     *
     * @param folder where {@link ReportFiles} has written
     * @throws UncheckedIOException when {@code out} cannot be written to
     */
    public static void write(Report report, Path folder, Appendable out) {
        try {
            out.append(new TextReport(report).text(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print the report", e);
        }
    }

    private String text(Path folder) {
        if (findings.nothingJudged()) {
            line(report.verdict().sentence());
            line(reports(folder));
            return out.toString();
        }
        findings.roots().forEach(this::failure);
        findings.explained().forEach(this::explained);
        brief("error", Outcome.ERROR);
        grouped("inconclusive", Outcome.INCONCLUSIVE);
        brief("warned", Outcome.WARNED);
        grouped("untested", Outcome.UNTESTED);
        if (report.target().isSpecial()) {
            list(
                    "operations (claimed, probed, cases judged)",
                    report.target().standing().stream()
                            .map(s -> "%-20s %-4s %-9s %4d"
                                    .formatted(s.operation(), s.claimed() ? "yes" : "no", s.probed(), s.tested()))
                            .toList());
        }
        list(
                "left behind on the target",
                report.leftBehind().stream()
                        .map(l -> Printable.line(l, Findings.LONGEST_VALUE))
                        .toList());
        if (!report.run().complete()) {
            line("the run did not complete: not every selected case came to an outcome");
        }
        if (!out.isEmpty()) {
            line("");
        }
        line(report.verdict().sentence());
        line(reports(folder));
        return out.toString();
    }

    private static String reports(Path folder) {
        List<String> files = ReportFiles.in(folder);
        return "reports: " + folder + (files.isEmpty() ? "" : " (" + String.join(", ", files) + ")");
    }

    private void failure(RequirementResult result) {
        String known = Findings.allKnown(result, Outcome.FAILED) ? "  (known)" : "";
        line("FAILED  " + title(result) + known);
        List<CaseResult> failed = Findings.cases(result, Outcome.FAILED);
        failed.stream().limit(CASES_SHOWN).forEach(this::failedCase);
        if (failed.size() > CASES_SHOWN) {
            line("  and " + (failed.size() - CASES_SHOWN) + " more");
        }
        line("");
    }

    private void failedCase(CaseResult result) {
        line("  " + result.id());
        result.reason().ifPresent(reason -> detail("reason", reason));
        result.expected().ifPresent(expected -> detail("expected", expected));
        result.observed().ifPresent(observed -> detail("observed", observed));
        result.recurrence().ifPresent(recurrence -> detail("again", recurrence.toString()));
        if (!result.exchanges().isEmpty()) {
            detail("exchanges", Findings.exchanges(result) + " in " + Findings.RECORDING);
        }
    }

    private void detail(String name, String value) {
        line("    %-10s %s".formatted(name, Printable.line(value, Findings.LONGEST_VALUE)));
    }

    private void explained(RequirementResult result) {
        line("also failed, explained by " + result.explainedBy().orElseThrow() + ": " + title(result));
    }

    private void brief(String word, Outcome outcome) {
        for (RequirementResult result : findings.with(outcome)) {
            List<CaseResult> cases = Findings.cases(result, outcome);
            String more = cases.size() > 1 ? " (and " + (cases.size() - 1) + " more)" : "";
            String first = Printable.line(Findings.summary(cases.get(0)), Findings.LONGEST_VALUE);
            line(word + "  " + cases.get(0).id() + ": " + first + more);
        }
    }

    private void grouped(String heading, Outcome outcome) {
        list(
                heading,
                findings.byReason(outcome).entrySet().stream()
                        .map(TextReport::group)
                        .toList());
    }

    private static String group(Map.Entry<String, List<CaseResult>> group) {
        List<String> ids = group.getValue().stream()
                .map(CaseResult::requirement)
                .distinct()
                .toList();
        String more = ids.size() > IDS_SHOWN ? " and " + (ids.size() - IDS_SHOWN) + " more" : "";
        return Findings.counted(group.getValue().size(), "case") + ": "
                + Printable.line(group.getKey(), Findings.LONGEST_VALUE) + " ("
                + ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", ")) + more + ")";
    }

    private void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            line(heading + ":");
            items.forEach(item -> line("  " + item));
        }
    }

    private static String title(RequirementResult result) {
        return result.id() + "  " + result.requirement().text();
    }

    private void line(String line) {
        out.append(Printable.line(line)).append('\n');
    }
}
