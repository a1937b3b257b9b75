package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code history.html}: what became worse and since when, what was repaired, what wavers, and the outcomes of each run. */
final class HistoryPage {

    private static final String PAGE = "history";
    private static final double WHOLE = 1000;
    private static final List<Outcome> DRAWN = List.of(
            Outcome.FAILED, Outcome.ERROR, Outcome.INCONCLUSIVE, Outcome.WARNED, Outcome.UNTESTED, Outcome.PASSED);

    private final History history;
    private final List<PastReport> runs;
    private final long most;

    HistoryPage(History history) {
        this.history = history;
        this.runs = history.runs();
        this.most = Math.max(
                1,
                runs.stream()
                        .mapToLong(
                                r -> DRAWN.stream().mapToLong(o -> count(r, o)).sum())
                        .max()
                        .orElse(1));
    }

    String text() {
        Map<String, Object> values = new HashMap<>();
        values.put("outcomes", DRAWN.stream().map(Outcome::word).toList());
        values.put("nights", runs.stream().map(this::night).toList());
        values.put("last", runs.isEmpty() ? "none" : status(runs.get(runs.size() - 1)));
        values.put(
                "sentence",
                runs.isEmpty() ? "" : Printable.line(runs.get(runs.size() - 1).sentence()));
        values.put("regressions", failures(history.regressions()));
        values.put("repairs", failures(history.repairs()));
        values.put("flaky", history.flaky().stream().map(this::wavering).toList());
        values.put(
                "skipped",
                history.skipped().entrySet().stream()
                        .map(e -> Map.of("name", Printable.line(e.getKey()), "why", Printable.line(e.getValue())))
                        .toList());
        return Template.page(PAGE, values);
    }

    /** By requirement and nights: one defect breaks many cases. */
    private List<Map<String, Object>> failures(List<History.Failure> failures) {
        Map<String, List<History.Failure>> groups = failures.stream()
                .collect(Collectors.groupingBy(
                        f -> requirement(f.caseId()) + " " + f.since() + " " + f.until(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(group -> {
                    String id = requirement(group.get(0).caseId());
                    return Map.<String, Object>of(
                            "id",
                            Printable.line(id),
                            "text",
                            text(id),
                            "since",
                            moment(group.get(0).since()),
                            "until",
                            group.get(0).until().map(HistoryPage::moment).orElse(""),
                            "cases",
                            group.stream().map(f -> Printable.line(f.caseId())).toList(),
                            "strip",
                            strip(group.get(0).caseId()));
                })
                .toList();
    }

    private Map<String, Object> wavering(String caseId) {
        return Map.of("id", Printable.line(caseId), "text", text(requirement(caseId)), "strip", strip(caseId));
    }

    private String text(String requirement) {
        return runs.stream()
                .flatMap(r -> Optional.ofNullable(r.texts().get(requirement)).stream())
                .findFirst()
                .map(Printable::line)
                .orElse("");
    }

    /** The outcomes of one case, run by run. */
    private List<Map<String, Object>> strip(String caseId) {
        List<Map<String, Object>> cells = new ArrayList<>();
        double extent = WHOLE / runs.size();
        for (PastReport run : runs) {
            String word = Optional.ofNullable(run.cases().get(caseId))
                    .map(Outcome::word)
                    .orElse("absent");
            cells.add(Map.of(
                    "kind",
                    word,
                    "from",
                    Lanes.number(extent * cells.size()),
                    "extent",
                    Lanes.number(extent * 0.9),
                    "words",
                    moment(run.started()) + " " + word));
        }
        return cells;
    }

    private Map<String, Object> night(PastReport report) {
        List<Map<String, Object>> pieces = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        double from = 0;
        for (Outcome outcome : DRAWN) {
            long count = count(report, outcome);
            double extent = WHOLE * count / most;
            counts.add(count);
            pieces.add(Map.of("kind", outcome.word(), "from", Lanes.number(from), "extent", Lanes.number(extent)));
            from += extent;
        }
        return Map.of(
                "started",
                moment(report.started()),
                "target",
                Printable.line(report.url()),
                "version",
                Printable.line(report.version()),
                "status",
                status(report),
                "counts",
                counts,
                "pieces",
                pieces);
    }

    private static long count(PastReport report, Outcome outcome) {
        return report.requirements().values().stream().filter(o -> o == outcome).count();
    }

    private static String status(PastReport report) {
        return report.complete() ? Printable.line(report.status()) : "incomplete";
    }

    private static String requirement(String caseId) {
        return caseId.replaceFirst("/.*", "");
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
