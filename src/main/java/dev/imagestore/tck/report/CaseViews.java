package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.Evidence;
import dev.imagestore.tck.repro.RunEvidence;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as a page shows them: in full while there is room, then in brief. */
final class CaseViews {

    private static final int IN_FULL = 4;
    private static final int IN_FULL_ON_THE_PAGE = 120;

    /** Characters for exchanges and bars, so that a page stays below two million whatever a target has done. */
    private static final int ROOM = 1_000_000;

    private static final int MARKUP_OF_A_STEP = 700;
    private static final int MARKUP_OF_A_PIECE = 130;

    private static final int STATUS = 3;

    private final RunEvidence evidence;
    private final Set<String> shown = new HashSet<>();
    private int room = ROOM;

    CaseViews(RunEvidence evidence) {
        this.evidence = evidence;
    }

    /** Those of one requirement, as many as there is room for. */
    List<Map<String, Object>> inFull(List<CaseResult> cases) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (CaseResult each : cases) {
            int taken = evidence.of(each.id()).map(CaseViews::characters).orElse(0);
            if (views.size() < IN_FULL && shown.size() < IN_FULL_ON_THE_PAGE && taken <= room) {
                room -= taken;
                shown.add(each.id());
                views.add(inFull(each));
            }
        }
        return views;
    }

    private static int characters(Evidence evidence) {
        int steps = evidence.steps().stream().mapToInt(CaseViews::characters).sum();
        int pieces = evidence.bars().stream()
                .mapToInt(b -> b.received().size()
                        + b.missing().map(List::size).orElse(0)
                        + b.wrong().size())
                .sum();
        return steps + pieces * MARKUP_OF_A_PIECE;
    }

    private static int characters(Evidence.Step step) {
        int fields = Stream.concat(step.request().stream(), step.answer().stream())
                .mapToInt(f -> shown(f.name()) + shown(f.value()))
                .sum();
        return MARKUP_OF_A_STEP
                + fields
                + 2 * shown(step.target())
                + shown(step.curl())
                + step.sent().length()
                + step.received().length();
    }

    private static int shown(String text) {
        return Math.min(text.length(), Findings.LONGEST_VALUE);
    }

    Map<String, Object> inBrief(CaseResult result) {
        boolean passed = result.outcome() == Outcome.PASSED;
        return Map.of(
                "id",
                line(result.id()),
                "outcome",
                result.outcome().word(),
                "place",
                place(result),
                "anchor",
                shown.contains(result.id()) ? anchor(result) : "",
                "summary",
                passed ? "" : line((result.known() ? "known; " : "") + Findings.summary(result)));
    }

    private Map<String, Object> inFull(CaseResult result) {
        Map<String, Object> view = new HashMap<>();
        view.put("id", line(result.id()) + (result.known() ? " (known)" : ""));
        view.put("anchor", anchor(result));
        view.put("reason", line(result.reason().orElse("")));
        view.put("expected", line(result.expected().orElse("")));
        view.put("observed", line(result.observed().orElse("")));
        view.put("again", result.recurrence().map(Object::toString).orElse(""));
        String repro = evidence.of(result.id()).map(Evidence::folder).orElse("");
        view.put("repro", repro);
        view.put("command", "bash repro/" + repro + "/run.sh");
        view.put(
                "bars",
                evidence.of(result.id()).map(Evidence::bars).orElse(List.of()).stream()
                        .map(CaseViews::bar)
                        .toList());
        view.put(
                "steps",
                evidence.of(result.id()).map(Evidence::steps).orElse(List.of()).stream()
                        .map(step -> step(step, result))
                        .toList());
        view.put("earlier", evidence.of(result.id()).map(Evidence::earlier).orElse(0));
        return view;
    }

    private static Map<String, Object> bar(Evidence.Bar bar) {
        return new Lanes()
                .add("received", "received", bar.received())
                .add(
                        "missing",
                        "missing, says the target",
                        bar.missing().orElse(List.of()),
                        bar.missing().map(Lanes::words).orElse("it was not asked"))
                .add("wrong", "wrong", bar.wrong())
                .view("%d bytes, session %s".formatted(bar.length(), line(bar.session())), bar.length());
    }

    private static Map<String, Object> step(Evidence.Step step, CaseResult result) {
        Predicate<Evidence.Field> asked = field -> step.decisive() && mentions(result, field.name());
        Map<String, Object> view = new HashMap<>();
        view.put("number", step.number());
        view.put("after", step.afterMillis());
        view.put("took", step.tookMillis());
        view.put("method", line(step.method()));
        view.put("target", line(step.target()));
        view.put("call", line(call(step.target())));
        view.put(
                "range",
                step.request().stream()
                        .filter(f -> f.name().equalsIgnoreCase("Content-Range"))
                        .map(f -> line(f.value()))
                        .collect(Collectors.joining(" and ")));
        view.put("request", fields(step.request(), asked));
        view.put("sent", Printable.xml(step.sent()));
        view.put("status", line(step.status()));
        view.put("statusMarked", step.decisive() && observed(result, step.status()));
        view.put("answer", fields(step.answer(), asked));
        view.put("received", Printable.xml(step.received()));
        view.put("decisive", step.decisive());
        view.put("curl", line(step.curl()));
        return view;
    }

    private static List<Map<String, Object>> fields(List<Evidence.Field> fields, Predicate<Evidence.Field> asked) {
        return fields.stream()
                .map(f -> Map.<String, Object>of(
                        "name", line(f.name()), "value", line(f.value()), "marked", f.marked() || asked.test(f)))
                .toList();
    }

    /** Whether the expectation or what was observed names that header field. */
    private static boolean mentions(CaseResult result, String field) {
        String words = (result.expected().orElse("") + " " + result.observed().orElse("")).toLowerCase(Locale.ROOT);
        return field.contains("-") && words.contains(field.toLowerCase(Locale.ROOT));
    }

    private static boolean observed(CaseResult result, String status) {
        return status.length() >= STATUS && result.observed().orElse("").startsWith(status.substring(0, STATUS));
    }

    /** The last segment of the path, which names the operation where there is one. */
    private static String call(String target) {
        String path = target.replaceFirst("[?].*", "");
        return path.contains("/$/") ? path.substring(path.lastIndexOf('/') + 1) : path;
    }

    /** In the tree, where each case has one. */
    private static String place(CaseResult result) {
        return line(result.id()).replace("/", "--");
    }

    /** Among the failures, where those have one that are shown in full. */
    private static String anchor(CaseResult result) {
        return "case-" + place(result);
    }

    private static String line(String text) {
        return Printable.line(text, Findings.LONGEST_VALUE);
    }
}
