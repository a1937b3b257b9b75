package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports of several implementations side by side: {@code compare.html} and {@code diff.json}. */
public final class Comparison {

    private static final String PAGE = "compare";
    private static final String DIFF = "diff.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<PastReport> reports;

    public Comparison(List<PastReport> reports) {
        this.reports = List.copyOf(reports);
    }

    /** Ids of the requirements, or cases, that all reports have and on which they disagree, failures of some first. */
    public List<String> disagreements(Function<PastReport, Map<String, Outcome>> of) {
        return ids(of).stream()
                .filter(id -> inAll(id, of))
                .filter(id -> reports.stream()
                                .map(r -> of.apply(r).get(id))
                                .distinct()
                                .count()
                        > 1)
                .sorted(Comparator.comparing(
                        id -> reports.stream().map(r -> of.apply(r).get(id)).noneMatch(Outcome.FAILED::equals)))
                .toList();
    }

    /** Ids that some reports lack. */
    public List<String> notInAll(Function<PastReport, Map<String, Outcome>> of) {
        return ids(of).stream().filter(id -> !inAll(id, of)).toList();
    }

    /**
     * Writes both files.
     *
     * @throws UncheckedIOException when one cannot be written
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(PAGE + ".html"), page());
            Files.writeString(folder.resolve(DIFF), diff());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the comparison to " + folder, e);
        }
    }

    private String page() {
        List<String> first = disagreements(PastReport::requirements);
        List<String> partial = notInAll(PastReport::requirements);
        List<String> agreed = ids(PastReport::requirements).stream()
                .filter(id -> !first.contains(id) && !partial.contains(id))
                .toList();
        return Template.page(
                PAGE,
                Map.of(
                        "versions",
                        reports.stream().map(PastReport::version).distinct().count(),
                        "reports",
                        reports.stream()
                                .map(r -> Map.of(
                                        "title", Printable.line(r.title()),
                                        "sentence", Printable.line(r.sentence()),
                                        "status", r.complete() ? Printable.line(r.status()) : "incomplete"))
                                .toList(),
                        "sections",
                        List.of(
                                section("They disagree", first),
                                section("They agree", agreed),
                                section("Not in all reports", partial))));
    }

    private Map<String, Object> section(String title, List<String> ids) {
        return Map.of("title", title, "rows", ids.stream().map(this::row).toList());
    }

    private Map<String, Object> row(String id) {
        Optional<String> text = reports.stream()
                .flatMap(r -> Optional.ofNullable(r.texts().get(id)).stream())
                .findFirst();
        return Map.of(
                "id",
                Printable.line(id),
                "text",
                Printable.line(text.orElse("")),
                "outcomes",
                reports.stream().map(r -> word(r.requirements().get(id))).toList());
    }

    private String diff() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode columns = root.putArray("reports");
        reports.forEach(r -> columns.addObject()
                .put("target", r.url())
                .put("profile", r.profile())
                .put("version", r.version())
                .put("started", r.started().toString())
                .put("complete", r.complete())
                .put("status", r.status()));
        diff(root.putObject("requirements"), PastReport::requirements);
        diff(root.putObject("cases"), PastReport::cases);
        return Printable.json(JSON.writeValueAsString(root).replace("\r\n", "\n")) + "\n";
    }

    private void diff(ObjectNode node, Function<PastReport, Map<String, Outcome>> of) {
        outcomes(node.putArray("disagreements"), disagreements(of), of);
        outcomes(node.putArray("notInAll"), notInAll(of), of);
        node.put(
                "agreements",
                ids(of).size() - disagreements(of).size() - notInAll(of).size());
    }

    private void outcomes(ArrayNode array, List<String> ids, Function<PastReport, Map<String, Outcome>> of) {
        for (String id : ids) {
            ArrayNode outcomes = array.addObject().put("id", id).putArray("outcomes");
            reports.forEach(r -> outcomes.add(word(of.apply(r).get(id))));
        }
    }

    private static String word(@org.jspecify.annotations.Nullable Outcome outcome) {
        return outcome == null ? "absent" : outcome.word();
    }

    private Set<String> ids(Function<PastReport, Map<String, Outcome>> of) {
        Set<String> ids = new LinkedHashSet<>();
        reports.forEach(r -> ids.addAll(of.apply(r).keySet()));
        return ids;
    }

    private boolean inAll(String id, Function<PastReport, Map<String, Outcome>> of) {
        List<PastReport> having = new ArrayList<>(reports);
        having.removeIf(r -> !of.apply(r).containsKey(id));
        return having.size() == reports.size();
    }
}
