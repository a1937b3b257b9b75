package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** {@code badge.json}: the verdict with its counts by level, as an endpoint of shields.io takes it. */
final class BadgeReport {

    private static final JsonMapper JSON = new JsonMapper();

    private BadgeReport() {}

    static String of(Report report) {
        String counts = Arrays.stream(Level.values())
                .filter(level -> judged(report, level) > 0)
                .map(level -> "%s %d/%d"
                        .formatted(
                                level,
                                Findings.count(report.requirements(), level, Outcome.PASSED),
                                judged(report, level)))
                .collect(Collectors.joining(", "));
        String status = report.verdict().status().word() + (report.run().complete() ? "" : ", incomplete");
        return JSON.writeValueAsString(JSON.createObjectNode()
                        .put("schemaVersion", 1)
                        .put("label", "ImageStore " + report.target().profile())
                        .put("message", counts.isEmpty() ? status : status + ": " + counts)
                        .put("color", colour(report)))
                + "\n";
    }

    private static long judged(Report report, Level level) {
        return report.requirements().stream()
                .filter(r -> r.requirement().level() == level && r.outcome().judged())
                .count();
    }

    private static String colour(Report report) {
        return switch (report.verdict().status()) {
            case CONFORMANT -> report.verdict().exitCode() == 0 && report.run().complete() ? "brightgreen" : "yellow";
            case CONFORMANT_BUT_KNOWN -> "yellowgreen";
            case NON_CONFORMANT -> "red";
            case INCONCLUSIVE -> "orange";
            case ERROR -> "lightgrey";
        };
    }
}
