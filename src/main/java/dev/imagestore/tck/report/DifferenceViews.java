package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.ReplayReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The differences of a replay as a page shows them: by requirement, the most frequent first. */
final class DifferenceViews {

    private static final int SHOWN = 20;
    private static final int SHOWN_ON_THE_PAGE = 400;

    private final ReplayReport report;
    private final ContentViews content;
    private final Map<String, String> sentences;
    private int shown;

    DifferenceViews(ReplayReport report, ContentViews content, Map<String, String> sentences) {
        this.report = report;
        this.content = content;
        this.sentences = sentences;
    }

    List<Map<String, Object>> groups() {
        return report.byRequirement().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> group(e.getKey(), e.getValue()))
                .toList();
    }

    private Map<String, Object> group(String requirement, long count) {
        List<Difference> kept = report.differences().stream()
                .filter(d -> d.requirement().equals(requirement))
                .toList();
        List<Map<String, Object>> views = kept.stream()
                .limit(Math.min(SHOWN, SHOWN_ON_THE_PAGE - shown))
                .map(this::difference)
                .toList();
        shown += views.size();
        return Map.of(
                "id",
                line(requirement),
                "title",
                line(sentences.getOrDefault(requirement, "")),
                "count",
                count == 1 ? "1 difference" : count + " differences",
                "differences",
                views,
                "more",
                count - views.size(),
                "kept",
                kept.size() - views.size());
    }

    private Map<String, Object> difference(Difference difference) {
        String loop = report.run().loops() == 1 ? "" : ", loop " + difference.loop();
        Map<String, Object> view = new HashMap<>();
        view.put("kind", difference.kind().word());
        view.put("request", line(difference.request()));
        view.put("expected", line(difference.expected()));
        view.put("observed", line(difference.observed()));
        view.put("where", difference.exchange() == 0 ? "" : difference.exchange() + " of the recording" + loop);
        view.put("bars", content.bar(difference).stream().toList());
        return view;
    }

    List<Map<String, Object>> ignored() {
        return report.ignored().stream()
                .map(i ->
                        Map.<String, Object>of("rule", line(i.rule()), "hidden", i.hidden(), "first", line(i.first())))
                .toList();
    }

    private static String line(String text) {
        return Printable.line(text, Findings.LONGEST_VALUE);
    }
}
