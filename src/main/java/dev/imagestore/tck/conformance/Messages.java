package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Cucumber's messages of several runs, to be written as those of one. */
final class Messages {

    // Plain ASCII: a target chooses the characters.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String RUN = "testRunStartedId";

    /** What is told anew by each run, and what tells that it is the same. */
    private static final Map<String, String> REPEATED = Map.of(
            "source", "uri",
            "gherkinDocument", "uri",
            "pickle", "id",
            "parameterType", "name",
            "stepDefinition", "id",
            "hook", "id");

    private final Path raw;
    private final Map<String, String> caseIds;
    private final Map<String, CaseResult> results;
    private final Map<String, String> attempts = new HashMap<>();
    private final Map<String, Integer> deciding = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private Optional<String> run = Optional.empty();
    private Optional<ObjectNode> end = Optional.empty();

    /** @param caseIds by the ids that Cucumber has for them */
    Messages(Path raw, Map<String, String> caseIds, List<CaseResult> results) {
        this.raw = raw;
        this.caseIds = Map.copyOf(caseIds);
        this.results = results.stream().collect(Collectors.toMap(CaseResult::id, Function.identity()));
    }

    void write(Path file) throws IOException {
        eachLine((number, line) -> find(number, line));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            eachLine((number, line) -> {
                if (wanted(line)) {
                    decide(number, line);
                    write(line, out);
                }
            });
            if (end.isPresent()) {
                ObjectNode finished = (ObjectNode) end.get().path("testRunFinished");
                finished.put("success", results.values().stream().noneMatch(r -> r.outcome() == Outcome.FAILED));
                write(end.get(), out);
            }
        }
    }

    private interface LineReader {
        void read(int number, ObjectNode line) throws IOException;
    }

    private void eachLine(LineReader reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(raw)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(number++, (ObjectNode) JSON.readTree(line));
            }
        }
    }

    private static void write(JsonNode line, BufferedWriter out) throws IOException {
        out.write(JSON.writeValueAsString(line));
        out.write('\n');
    }

    /** Which step decided each case: the first that did not go through, or else the last. */
    private void find(int number, JsonNode line) {
        JsonNode started = line.path("testCaseStarted");
        if (started.isObject()) {
            attempts.put(text(started, "id"), caseIds.getOrDefault(text(started, "testCaseId"), ""));
        }
        JsonNode finished = line.path("testStepFinished");
        if (finished.isObject()) {
            String attempt = text(finished, "testCaseStartedId");
            String status = text(finished.path("testStepResult"), "status");
            if (!status.equals("SKIPPED") && !decided(attempt)) {
                deciding.put(attempt, status.equals("PASSED") ? number : -number);
            }
        }
    }

    /** Whether a step of it did not go through: such a line is held as a negative number. */
    private boolean decided(String attempt) {
        return deciding.getOrDefault(attempt, 0) < 0;
    }

    private boolean wanted(ObjectNode line) {
        String kind = line.propertyNames().iterator().next();
        JsonNode message = line.path(kind);
        if (kind.equals("testRunFinished")) {
            run.ifPresent(id -> ((ObjectNode) message).put(RUN, id));
            end = Optional.of(line);
            return false;
        }
        if (kind.equals("testRunStarted") && run.isEmpty()) {
            run = Optional.of(text(message, "id"));
        }
        if (message.has(RUN)) {
            ((ObjectNode) message).put(RUN, run.orElse(""));
        }
        String same = REPEATED.containsKey(kind) ? text(message, REPEATED.get(kind)) : "";
        boolean once = REPEATED.containsKey(kind) || kind.equals("meta") || kind.equals("testRunStarted");
        return !once || told.add(kind + " " + same);
    }

    /** The step that decided a case gets the outcome of the case. */
    private void decide(int number, ObjectNode line) {
        JsonNode finished = line.path("testStepFinished");
        String attempt = text(finished, "testCaseStartedId");
        CaseResult result = results.get(attempts.getOrDefault(attempt, ""));
        if (!finished.isObject() || result == null || Math.abs(deciding.getOrDefault(attempt, -1)) != number) {
            return;
        }
        ObjectNode own = (ObjectNode) finished.path("testStepResult");
        own.remove(List.of("message", "exception"));
        own.put("status", status(result.outcome()));
        if (result.outcome() != Outcome.PASSED) {
            own.put("message", words(result));
        }
    }

    /** Cucumber has no words for most outcomes; nothing but a failure may look like one. */
    private static String status(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "PASSED";
            case FAILED -> "FAILED";
            case WARNED, UNTESTED, INAPPLICABLE -> "SKIPPED";
            case INCONCLUSIVE -> "PENDING";
            case ERROR -> "UNKNOWN";
        };
    }

    private static String words(CaseResult result) {
        List<String> words = new ArrayList<>();
        words.add(result.outcome().word() + (result.known() ? ", as announced" : ""));
        result.reason().ifPresent(words::add);
        result.expected().ifPresent(expected -> words.add("expected " + expected));
        result.observed().ifPresent(observed -> words.add("observed " + observed));
        return String.join("; ", words);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
