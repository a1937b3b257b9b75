package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void twoRunsBecomeOne() throws IOException {
        List<JsonNode> lines = written(
                List.of(Results.passed("A-01/x"), Results.passed("B-01/y")),
                run("r1", "t1", "PASSED", "PASSED") + run("r2", "t2", "PASSED", "PASSED"));

        assertThat(lines.stream().map(line -> line.propertyNames().iterator().next()))
                .containsExactly(
                        "meta",
                        "source",
                        "testRunStarted",
                        "testCase",
                        "testCaseStarted",
                        "testStepFinished",
                        "testStepFinished",
                        "testCase",
                        "testCaseStarted",
                        "testStepFinished",
                        "testStepFinished",
                        "testRunFinished");
        assertThat(lines.stream().flatMap(line -> line.findValues("testRunStartedId").stream()))
                .extracting(JsonNode::stringValue)
                .containsOnly("r1");
        assertThat(lines.get(11).at("/testRunFinished/success").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, FAILED",
        "WARNED, SKIPPED",
        "UNTESTED, SKIPPED",
        "INCONCLUSIVE, PENDING",
        "ERROR, UNKNOWN",
    })
    void theStepThatDecidedHasTheOutcomeOfTheCase(Outcome outcome, String status) throws IOException {
        List<JsonNode> lines = written(List.of(Results.result("A-01/x", outcome)), run("r1", "t1", "FAILED", "PASSED"));

        assertThat(statuses(lines)).as("a hook goes through all the same").containsExactly(status, "PASSED");
        assertThat(lines.toString())
                .contains(outcome.word() + "; because")
                .as("no stack trace of ours")
                .doesNotContain("at x.Y");
        assertThat(lines.get(lines.size() - 1).at("/testRunFinished/success").booleanValue())
                .isEqualTo(outcome != Outcome.FAILED);
    }

    @Test
    void aCaseThatWentThroughAndIsYetNoPassSaysSoAtItsLastStep() throws IOException {
        List<JsonNode> lines =
                written(List.of(Results.result("A-01/x", Outcome.INCONCLUSIVE)), run("r1", "t1", "PASSED", "PASSED"));

        assertThat(statuses(lines)).containsExactly("PASSED", "PENDING");
    }

    private static List<String> statuses(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.at("/testStepFinished/testStepResult/status"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private List<JsonNode> written(List<CaseResult> results, String raw) throws IOException {
        Path file = folder.resolve("out.ndjson");
        new Messages(Files.writeString(folder.resolve("raw"), raw), Map.of("t1", "A-01/x", "t2", "B-01/y"), results)
                .write(file);
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }

    private static String run(String run, String testCase, String first, String second) {
        String attempt = "a" + testCase;
        String trace = ",\"message\":\"boom\",\"exception\":{\"type\":\"E\",\"stackTrace\":\"at x.Y\"}";
        return String.join(
                "\n",
                "{\"meta\":{}}",
                "{\"source\":{\"uri\":\"a.feature\"}}",
                "{\"testRunStarted\":{\"id\":\"%s\"}}".formatted(run),
                "{\"testCase\":{\"id\":\"%s\",\"testRunStartedId\":\"%s\"}}".formatted(testCase, run),
                "{\"testCaseStarted\":{\"id\":\"%s\",\"testCaseId\":\"%s\"}}".formatted(attempt, testCase),
                step(attempt, first, first.equals("FAILED") ? trace : ""),
                step(attempt, second, ""),
                "{\"testRunFinished\":{\"success\":false,\"testRunStartedId\":\"%s\"}}\n".formatted(run));
    }

    private static String step(String attempt, String status, String more) {
        return "{\"testStepFinished\":{\"testCaseStartedId\":\"%s\",\"testStepResult\":{\"status\":\"%s\"%s}}}"
                .formatted(attempt, status, more);
    }
}
