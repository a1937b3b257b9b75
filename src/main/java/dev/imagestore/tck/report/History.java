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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The reports below a folder, in the order in which their runs started: {@code history.html} shows where they lead. */
public final class History {

    /** To break and to be repaired is two, and nothing unusual. */
    private static final int FLAKY_CHANGES = 3;

    private static final Set<String> OURS = Set.of("badge.json", "diff.json", "conformance-report.schema.json");

    private final List<PastReport> nights;
    private final Map<String, String> skipped;

    private History(List<PastReport> nights, Map<String, String> skipped) {
        this.nights = List.copyOf(nights);
        this.skipped = new LinkedHashMap<>(skipped);
    }

    /**
     * A case that has failed without being flaky.
     *
     * @param since the first night of the failure
     * @param until the first night on which it passed again
     */
    public record Failure(String caseId, Instant since, Optional<Instant> until) {}

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

    /** Cases that fail in the last run and passed in an earlier one. */
    public List<Failure> regressions() {
        return failures().stream()
                .filter(failure -> failure.until().isEmpty() && changes(failure.caseId()) > 0)
                .toList();
    }

    /** Cases that pass in the last run and failed in an earlier one. */
    public List<Failure> repairs() {
        return failures().stream()
                .filter(failure -> failure.until().isPresent())
                .toList();
    }

    private List<Failure> failures() {
        return ids().stream()
                .filter(id -> !isFlaky(id))
                .flatMap(id -> lastFailure(id).stream())
                .toList();
    }

    private Optional<Failure> lastFailure(String id) {
        Optional<Instant> since = Optional.empty();
        Optional<Instant> until = Optional.empty();
        boolean failing = false;
        for (PastReport run : judged(id)) {
            boolean failed = failed(run, id);
            if (failed && !failing) {
                since = Optional.of(run.started());
                until = Optional.empty();
            } else if (!failed && failing) {
                until = Optional.of(run.started());
            }
            failing = failed;
        }
        Optional<Instant> end = until;
        return since.map(start -> new Failure(id, start, end));
    }

    /** Cases that went back and forth, or did so when a run ran them again. */
    public List<String> flaky() {
        return ids().stream().filter(this::isFlaky).toList();
    }

    private boolean isFlaky(String id) {
        return changes(id) >= FLAKY_CHANGES
                || nights.stream().anyMatch(run -> run.intermittent().contains(id));
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
