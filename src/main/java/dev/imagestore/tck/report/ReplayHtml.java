package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.ReplayReport;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** {@code replay.html}: the replay for the person who has to act on it. */
final class ReplayHtml {

    private static final String NAME = "replay";
    private static final double MEGA = 1e6;

    private final ReplayReport report;
    private final Map<String, String> sentences;

    private ReplayHtml(ReplayReport report, Map<String, String> sentences) {
        this.report = report;
        this.sentences = sentences;
    }

    /**
     * @param files names of the raw files, as links
     * @param sentences what requirements say, by their ids
     */
    static String of(ReplayReport report, List<String> files, Map<String, String> sentences) {
        return Template.page(NAME, new ReplayHtml(report, sentences).values(files));
    }

    private Map<String, Object> values(List<String> files) {
        Map<String, Object> values = new HashMap<>();
        ContentViews content = new ContentViews(report.content());
        DifferenceViews differences = new DifferenceViews(report, content, sentences);
        values.put("status", report.verdict().status().word());
        values.put("sentence", line(report.verdict().reason()));
        values.put("target", line(report.run().target()));
        values.put("facts", facts());
        values.put("warnings", report.warnings().stream().map(ReplayHtml::line).toList());
        values.put("groups", differences.groups());
        values.put("differencesInAll", report.differencesInAll());
        values.put("ignored", differences.ignored());
        values.put("content", content());
        values.put("differing", content.differing());
        values.put("others", content.others());
        values.put("spreads", spreads());
        values.put("buckets", buckets());
        values.putAll(new LagChart(report.fidelity()).values());
        values.put("fidelity", fidelity());
        values.put("files", files);
        values.put("version", line(report.suiteVersion()));
        return values;
    }

    private List<Map<String, String>> facts() {
        ReplayReport.Run run = report.run();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("target", run.target());
        facts.put("exit code", String.valueOf(report.verdict().exitCode()));
        facts.put("recording", run.recording());
        facts.put(
                "answers",
                "%d of %d exchanges sent, %d compared"
                        .formatted(
                                report.counts().sent(),
                                report.counts().recorded() * run.loops(),
                                report.counts().compared()));
        facts.put("pace", run.pace());
        facts.put("stored content", seen());
        facts.put("connections", String.valueOf(run.connections()));
        facts.put("loops", String.valueOf(run.loops()));
        facts.put("started", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put(
                "took",
                text("%.1f s", Duration.between(run.started(), run.finished()).toMillis() / 1e3));
        facts.put("run", run.id());
        facts.put("seed", String.valueOf(run.seed()));
        return named(facts);
    }

    private String seen() {
        return report.content().observed() == ContentObserved.NONE ? "not observed" : "bytes observed";
    }

    private String content() {
        ReplayReport.Content content = report.content();
        return content.observed() == ContentObserved.NONE
                ? "Not observed: the stored bytes say nothing here."
                : "%d paths identical, %d different, %d not judged."
                        .formatted(content.identical(), content.different(), content.notJudged());
    }

    private Map<String, Object> spreads() {
        return Map.of(
                "columns",
                List.of("mean", "p50", "p90", "p99", "p99.9", "max"),
                "rows",
                List.of(
                        spread("latency", report.latency()),
                        spread("lag", report.fidelity().lag())));
    }

    private static Map<String, Object> spread(String name, ReplayReport.Spread spread) {
        return Map.of(
                "name",
                name,
                "cells",
                LongStream.of(
                                Math.round(spread.mean()),
                                spread.p50(),
                                spread.p90(),
                                spread.p99(),
                                spread.p999(),
                                spread.max())
                        .mapToObj(ReplayHtml::millis)
                        .toList());
    }

    private List<Map<String, Object>> buckets() {
        double most = report.latencies().stream()
                .mapToLong(ReplayReport.Bucket::count)
                .max()
                .orElse(1);
        return report.latencies().stream()
                .map(b -> Map.<String, Object>of(
                        "upTo",
                        text("to %s ms", millis(b.upTo())),
                        "count",
                        b.count(),
                        "extent",
                        Lanes.number(1000 * b.count() / most)))
                .toList();
    }

    private List<Map<String, String>> fidelity() {
        ReplayReport.Fidelity fidelity = report.fidelity();
        ReplayReport.Throughput done = report.throughput();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("score", text("%.3f", fidelity.score()) + (fidelity.enough() ? "" : ", which is not enough"));
        facts.put("out of order", String.valueOf(fidelity.inversions()));
        facts.put("late", fidelity.late() + " sends later than 20 ms");
        facts.put(
                "at a time",
                text(
                        "at most %d, %.1f on average; %d when recorded",
                        fidelity.achievedConcurrency(), fidelity.meanConcurrency(), fidelity.recordedConcurrency()));
        facts.put("throughput", text("%.0f exchanges a second, %.1f s", done.exchangesPerSecond(), done.seconds()));
        facts.put("bodies sent", text("%d bytes, %.1f MB/s", done.bytes(), done.bytesPerSecond() / MEGA));
        facts.put("raced", report.counts().raced() + " answers differed as they may");
        facts.put("damaged lines", report.counts().damaged() + " skipped");
        return named(facts);
    }

    private static List<Map<String, String>> named(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(e -> Map.of("name", e.getKey(), "value", line(e.getValue())))
                .toList();
    }

    static String millis(long micros) {
        return text(micros < 10_000 ? "%.2f" : "%.0f", micros / 1e3);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String line(String text) {
        return Printable.line(text, Findings.LONGEST_VALUE);
    }
}
