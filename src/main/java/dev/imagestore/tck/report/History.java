package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The reports below a folder, in the order in which their runs started: {@code history.html} shows where they lead. */
public final class History {

    private static final int FLAKY_CHANGES = 2;
    private static final Set<String> OURS = Set.of("badge.json", "diff.json", "conformance-report.schema.json");

    private final List<PastReport> nights;
    private final Map<String, String> skipped;

    private History(List<PastReport> nights, Map<String, String> skipped) {
        this.nights = List.copyOf(nights);
        this.skipped = new LinkedHashMap<>(skipped);
    }

    /** A case that fails at the end, and the first night from which on it has. */
    public record Regression(String caseId, Instant since) {}

    /**
     * Reads every JSON file below the folder; what is no report of the suite is skipped.
     *
     * @param oldest reports of runs that started before are deleted, their file alone
     */
    public static History read(Path folder, Instant oldest) {
        List<PastReport> nights = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(History::candidate).sorted().toList()) {
                try {
                    PastReport report = PastReport.read(file);
                    if (report.started().isBefore(oldest)) {
                        Files.delete(file);
                    } else {
                        nights.add(report);
                    }
                } catch (IllegalArgumentException e) {
                    skipped.put(
                            folder.relativize(file).toString(),
                            String.valueOf(e.getMessage()).replace(file + " ", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the reports below " + folder, e);
        }
        nights.sort(Comparator.comparing(PastReport::started));
        return new History(nights, skipped);
    }

    public int nights() {
        return nights.size();
    }

    /** The files that are no reports, with the reason. */
    public Map<String, String> skipped() {
        return new LinkedHashMap<>(skipped);
    }

    /** Cases that fail in the last run and passed in an earlier one, without being flaky. */
    public List<Regression> regressions() {
        List<Regression> regressions = new ArrayList<>();
        for (String id : ids()) {
            List<PastReport> judged = judged(id);
            int last = judged.size() - 1;
            if (last > 0 && changes(id) == 1 && failed(judged.get(last), id)) {
                Instant since = judged.stream()
                        .filter(r -> failed(r, id))
                        .map(PastReport::started)
                        .findFirst()
                        .orElseThrow();
                regressions.add(new Regression(id, since));
            }
        }
        return regressions;
    }

    /** Cases that went from passed to failed, or back, more than once. */
    public List<String> flaky() {
        return ids().stream().filter(id -> changes(id) >= FLAKY_CHANGES).toList();
    }

    /** Writes the page to that file. */
    public void write(Path file) {
        try {
            Files.writeString(file, new HistoryPage(this).text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The runs, the first one first. */
    List<PastReport> runs() {
        return nights;
    }

    private static boolean candidate(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && Files.isRegularFile(file) && !OURS.contains(name);
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        nights.forEach(r -> ids.addAll(r.cases().keySet()));
        return ids;
    }

    private List<PastReport> judged(String id) {
        return nights.stream()
                .filter(r -> r.cases().get(id) == Outcome.PASSED || failed(r, id))
                .toList();
    }

    private long changes(String id) {
        List<PastReport> judged = judged(id);
        long changes = 0;
        for (int i = 1; i < judged.size(); i++) {
            if (failed(judged.get(i), id) != failed(judged.get(i - 1), id)) {
                changes++;
            }
        }
        return changes;
    }

    private static boolean failed(PastReport report, String id) {
        return report.cases().get(id) == Outcome.FAILED;
    }
}
