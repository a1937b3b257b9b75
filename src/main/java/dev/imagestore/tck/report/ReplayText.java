package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.ReplayReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What a person reads at the end of a replay: what differed first, the verdict last. */
public final class ReplayText {

    private static final int SHOWN = 10;
    private static final int LONGEST = 200;
    private static final double MEGA = 1e6;

    private final ReplayReport report;
    private final Map<String, String> sentences;
    private final StringBuilder out = new StringBuilder();

    private ReplayText(ReplayReport report, Map<String, String> sentences) {
        this.report = report;
        this.sentences = sentences;
    }

    /**
     * @param folder where the files were written
     * @param sentences what requirements say, by their ids
     */
    public static void write(ReplayReport report, Path folder, Map<String, String> sentences, Appendable out) {
        try {
            out.append(new ReplayText(report, sentences).text(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print the report", e);
        }
    }

    private String text(Path folder) {
        report.differences().stream().limit(SHOWN).forEach(this::difference);
        grouped();
        report.ignored()
                .forEach(i -> line("ignored by %s: %d%s"
                        .formatted(
                                i.rule(), i.hidden(), i.first().isEmpty() ? "" : ", the first: " + shown(i.first()))));
        report.warnings().forEach(w -> line("note: " + shown(w)));
        figures();
        line(verdict());
        line("reports: %s (%s)".formatted(folder, String.join(", ", ReplayFiles.NAMES)));
        return out.toString();
    }

    private void difference(Difference difference) {
        line("%s  %s  %s"
                .formatted(
                        difference.kind().word().toUpperCase(Locale.ROOT),
                        difference.requirement(),
                        shown(difference.request())));
        line("  expected   " + shown(difference.expected()));
        line("  observed   " + shown(difference.observed()));
        if (difference.exchange() > 0) {
            line("  exchange   %d of the recording%s"
                    .formatted(difference.exchange(), report.run().loops() == 1 ? "" : ", loop " + difference.loop()));
        }
        line("");
    }

    private void grouped() {
        if (report.differencesInAll() == 0) {
            return;
        }
        line("differences by requirement:");
        report.byRequirement().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> line("  %-8s %d  %s"
                        .formatted(e.getKey(), e.getValue(), shown(sentences.getOrDefault(e.getKey(), "")))
                        .stripTrailing()));
    }

    private void figures() {
        ReplayReport.Throughput done = report.throughput();
        line(String.format(
                Locale.ROOT,
                "%d exchanges in %.1f s: %.0f/s, %.1f MB/s; latency p50 %.2f ms, p99 %.2f ms, max %.2f ms from the planned send",
                report.counts().sent(),
                done.seconds(),
                done.exchangesPerSecond(),
                done.bytesPerSecond() / MEGA,
                report.latency().p50() / 1e3,
                report.latency().p99() / 1e3,
                report.latency().max() / 1e3));
        ReplayReport.Fidelity fidelity = report.fidelity();
        line(String.format(
                Locale.ROOT,
                "pace %s: fidelity %.3f, lag p99 %.2f ms, %d late, %d out of order, at most %d at a time (recorded: %d)",
                report.run().pace(),
                fidelity.score(),
                fidelity.lag().p99() / 1e3,
                fidelity.late(),
                fidelity.inversions(),
                fidelity.achievedConcurrency(),
                fidelity.recordedConcurrency()));
        if (report.counts().raced() > 0) {
            line("%d answers differed as they may, since the order of overlapping requests decided them"
                    .formatted(report.counts().raced()));
        }
    }

    private String verdict() {
        ReplayReport.Content content = report.content();
        String paths = content.observed() == ContentObserved.NONE
                ? "content not-observed"
                : "%d paths identical, %d different".formatted(content.identical(), content.different());
        return "%s: %s; %s"
                .formatted(
                        report.verdict().status().word().toUpperCase(Locale.ROOT),
                        report.verdict().reason(),
                        paths);
    }

    private static String shown(String text) {
        return Printable.line(text, LONGEST);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
