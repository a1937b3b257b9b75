package dev.imagestore.tck.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much a verdict of this suite is worth: what it covers, and which deliberate defects it found when the kill matrix was
 * last made. The figures are those of the resource {@code kill-matrix.json}, which a run of the matrix wrote.
 */
final class SuiteQuality {

    private static final String MATRIX = "kill-matrix.json";
    private static final String KILLED = "killed";
    private static final List<String> ORIGINS = List.of("seen", "invented");

    private final Report report;
    private final Optional<JsonNode> matrix;

    SuiteQuality(Report report) {
        this.report = report;
        this.matrix = read();
    }

    String coverage() {
        return ("%d of the %d requirements of the protocol page have a case in this run, %d cases in all. The others are listed, "
                        + "each with its reason, in features/untestable.md.")
                .formatted(
                        report.requirements().size(),
                        report.catalogued(),
                        report.cases().size());
    }

    /** One view if the matrix was made, else none. */
    List<Map<String, Object>> matrix() {
        return matrix.map(this::view).stream().toList();
    }

    /** The defects of that requirement that were found, by their names. */
    String found(String requirement) {
        return mutants()
                .filter(m -> text(m, "requirement").equals(requirement) && is(m, KILLED))
                .map(m -> text(m, "name"))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> view(JsonNode root) {
        boolean same = text(root, "featuresSha256").equals(report.suite().featuresSha256());
        List<Map<String, Object>> rows = new ArrayList<>();
        ORIGINS.forEach(origin -> rows.add(row(
                origin, mutants().filter(m -> text(m, "origin").equals(origin)).toList())));
        rows.add(row("all", mutants().toList()));
        return Map.of(
                "version",
                text(root, "version"),
                "date",
                text(root, "date"),
                "same",
                same,
                "rows",
                rows,
                "requirements",
                mutants().map(m -> text(m, "requirement")).distinct().count(),
                "survivors",
                mutants()
                        .filter(m -> !is(m, KILLED))
                        .map(m -> Map.of("name", text(m, "name"), "id", text(m, "requirement")))
                        .toList());
    }

    private static Map<String, Object> row(String name, List<JsonNode> mutants) {
        return Map.of(
                "name",
                name,
                "mutants",
                mutants.size(),
                "killed",
                count(mutants, KILLED),
                "named",
                count(mutants, "named"),
                "alone",
                count(mutants, "alone"));
    }

    private static long count(List<JsonNode> mutants, String what) {
        return mutants.stream().filter(m -> is(m, what)).count();
    }

    private Stream<JsonNode> mutants() {
        return matrix.stream().flatMap(root -> root.path("mutants").valueStream());
    }

    private static boolean is(JsonNode mutant, String what) {
        return mutant.path(what).asBoolean(false);
    }

    private static String text(JsonNode node, String name) {
        return Printable.line(node.path(name).asString(""));
    }

    private static Optional<JsonNode> read() {
        try (InputStream in = SuiteQuality.class.getResourceAsStream(MATRIX)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new JsonMapper().readTree(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
