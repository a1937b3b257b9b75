package dev.imagestore.tck.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a {@code conformance-report.json} against its schema and counts the verdict again from its cases. What it cannot
 * find out is a report in which cases, requirements, counts and verdict were all changed alike.
 */
public final class ReportCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHEMA = "conformance-report.schema.json";
    private static final int SHOWN = 20;

    private final JsonNode report;
    private final List<String> defects = new ArrayList<>();

    private ReportCheck(JsonNode report) {
        this.report = report;
    }

    /**
     * What came of it.
     *
     * @param complete whether the run of the report came to its end, as did the file
     * @param defects what does not add up, in words
     * @param sentence the verdict of the report, if it can be read
     */
    public record Result(boolean complete, List<String> defects, String sentence) {
        public Result {
            defects = List.copyOf(defects);
        }
    }

    /** Checks the text of a report. */
    public static Result of(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            return new Result(false, List.of("the file is no whole JSON document" + where), "");
        }
        List<String> violations = violations(text);
        if (!violations.isEmpty()) {
            return new Result(true, violations, "");
        }
        ReportCheck check = new ReportCheck(tree);
        check.recount();
        return new Result(
                tree.at("/run/complete").asBoolean(),
                check.defects,
                tree.at("/verdict/sentence").asString());
    }

    private static List<String> violations(String text) {
        try (InputStream in = ReportCheck.class.getResourceAsStream(SCHEMA)) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
            return schema.validate(text, InputFormat.JSON).stream()
                    .map(e -> "against the schema: " + e)
                    .map(Printable::line)
                    .limit(SHOWN)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recount() {
        Map<String, List<JsonNode>> byRequirement = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode each : report.path("cases")) {
            byRequirement
                    .computeIfAbsent(text(each, "requirement"), id -> new ArrayList<>())
                    .add(each);
            expect(ids.add(text(each, "id")), "%s occurs twice".formatted(text(each, "id")));
            expect(
                    text(each, "id").startsWith(text(each, "requirement") + "/"),
                    "%s is listed under %s".formatted(text(each, "id"), text(each, "requirement")));
        }
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode requirement : report.path("requirements")) {
            String id = text(requirement, "id");
            List<JsonNode> cases = Objects.requireNonNullElse(byRequirement.remove(id), List.of());
            Outcome worst =
                    Outcome.worst(cases.stream().map(ReportCheck::outcome).toList());
            expect(
                    worst == outcome(requirement),
                    "%s is said to be %s, but its cases make it %s"
                            .formatted(id, text(requirement, "outcome"), worst.word()));
            cases.stream()
                    .filter(c ->
                            outcome(c) == Outcome.PASSED && !c.path("observed").isNull())
                    .forEach(c -> expect(
                            text(requirement, "level").equals("MAY"),
                            "%s is said to have passed, but tells what else was observed".formatted(text(c, "id"))));
            List<String> own = cases.stream().map(c -> text(c, "id")).toList();
            List<String> listed = requirement
                    .path("cases")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            expect(own.equals(listed), "%s does not list the cases that belong to it".formatted(id));
            counts.merge(text(requirement, "level") + "/" + worst.word(), 1, Integer::sum);
        }
        byRequirement.keySet().forEach(id -> defects.add("cases of %s, which is not listed".formatted(id)));
        counts(counts);
        verdict();
    }

    private void counts(Map<String, Integer> counts) {
        for (Level level : Level.values()) {
            for (Outcome outcome : Outcome.values()) {
                int said = report.at("/counts/%s/%s".formatted(level, outcome.word()))
                        .asInt();
                int counted = counts.getOrDefault(level + "/" + outcome.word(), 0);
                expect(
                        said == counted,
                        "counts say %d %s %s, counted %d".formatted(said, level, outcome.word(), counted));
            }
        }
    }

    private void verdict() {
        String status = report.at("/verdict/status").asString();
        int exitCode = report.at("/verdict/exitCode").asInt();
        Set<String> broken = requirementsWith(Outcome.FAILED);
        Set<String> departed = requirementsWith(Outcome.WARNED);
        Set<String> blamed = new TreeSet<>();
        report.at("/verdict/blamed").valueStream().map(JsonNode::asString).forEach(blamed::add);
        boolean strict = departed.stream().anyMatch(id -> blamed.contains(id) && !broken.contains(id));
        boolean bad = !broken.isEmpty() || strict;
        boolean open = any(Outcome.INCONCLUSIVE) || !any(Outcome.PASSED);
        boolean good = status.startsWith("conformant");
        expect(!bad || status.equals("non-conformant"), "a MUST is broken, but the status is %s".formatted(status));
        expect(bad || !status.equals("non-conformant"), "the status is non-conformant, but no case is a reason for it");
        expect(!any(Outcome.ERROR) || !good, "a case is in error, but the status is %s".formatted(status));
        expect(!open || !good, "nothing passed, or a case is inconclusive, but the status is %s".formatted(status));
        expect(
                good == (exitCode == 0) || (good && !report.at("/verdict/unmet").isEmpty()),
                "the status is %s, but the exit code %d".formatted(status, exitCode));
        expect(
                !status.equals("conformant") || !any(Outcome.FAILED),
                "a known failure makes it conformant-but-known, not conformant");
        Set<String> unexplained = new TreeSet<>(broken);
        report.path("requirements")
                .valueStream()
                .filter(r -> !r.path("explainedBy").isNull())
                .forEach(r -> unexplained.remove(text(r, "id")));
        if (strict) {
            unexplained.addAll(departed);
        }
        expect(
                blamed.equals(unexplained),
                "blamed are %s, but what nothing accounts for is %s".formatted(blamed, unexplained));
    }

    /** Those with a case that came out so and that no list announced. */
    private Set<String> requirementsWith(Outcome outcome) {
        Set<String> ids = new TreeSet<>();
        report.path("cases")
                .valueStream()
                .filter(c -> outcome(c) == outcome && !c.path("known").asBoolean())
                .forEach(c -> ids.add(text(c, "requirement")));
        return ids;
    }

    private boolean any(Outcome outcome) {
        return report.path("cases").valueStream().anyMatch(c -> outcome(c) == outcome);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds && defects.size() < SHOWN) {
            defects.add(Printable.line(otherwise));
        }
    }

    private static Outcome outcome(JsonNode node) {
        return Outcome.valueOf(text(node, "outcome").toUpperCase(Locale.ROOT));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
