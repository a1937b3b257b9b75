package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Recurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code conformance-report.json} that is read again.
 *
 * @param cases the outcome of each case by its id, in their order
 * @param requirements the outcome of each requirement by its id, in their order
 * @param intermittent ids of the cases that failed and, run again, passed now and then
 * @param texts the sentence of each requirement
 */
public record PastReport(
        String version,
        String url,
        String profile,
        String status,
        String sentence,
        Instant started,
        boolean complete,
        Map<String, Outcome> cases,
        Map<String, Outcome> requirements,
        Set<String> intermittent,
        Map<String, String> texts) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws IllegalArgumentException when the file cannot be read, or is no such report; the message says which */
    public static PastReport read(Path file) {
        JsonNode tree = tree(file);
        if (!tree.at("/suite/name").asString("").equals("imagestore-tck")
                || !tree.path("cases").isArray()) {
            throw new IllegalArgumentException(file + " is no report of the suite");
        }
        try {
            return of(tree);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " is no whole report of the suite", e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is incomplete: the JSON does not end, or is none", e);
        }
    }

    private static PastReport of(JsonNode tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.path("requirements")
                .forEach(r -> texts.put(r.path("id").asString(), r.path("text").asString()));
        return new PastReport(
                tree.at("/suite/version").asString(),
                tree.at("/target/url").asString(),
                tree.at("/target/profile").asString(),
                tree.at("/verdict/status").asString(),
                tree.at("/verdict/sentence").asString(),
                Instant.parse(tree.at("/run/started").asString()),
                tree.at("/run/complete").asBoolean(),
                outcomes(tree.path("cases")),
                outcomes(tree.path("requirements")),
                intermittent(tree.path("cases")),
                texts);
    }

    /** Which run it was, in words. */
    public String title() {
        return "%s, %s, imagestore-tck %s%s".formatted(url, started, version, complete ? "" : ", incomplete");
    }

    private static Set<String> intermittent(JsonNode cases) {
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(c -> c.path("recurrence").isString()
                        && Recurrence.parse(c.path("recurrence").asString()).isIntermittent())
                .map(c -> c.path("id").asString())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Outcome> outcomes(JsonNode results) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        results.forEach(r -> outcomes.put(
                r.path("id").asString(),
                Outcome.valueOf(r.path("outcome").asString().toUpperCase(Locale.ROOT))));
        return outcomes;
    }
}
