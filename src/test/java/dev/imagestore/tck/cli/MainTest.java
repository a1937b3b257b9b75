package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.SuiteIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify --targt http://h   | there is no \"--targt\"; the nearest are --target",
                "verify --profile none     | --profile: there is no \"none\"; the nearest are",
                "verify --target           | --target",
                "verify extra              | extra",
                "verfy                     | there is no \"verfy\"; the nearest are verify",
                "''                        | expected one of verify, serve, list, clean, check-report, compare, history",
                "replay rec                | expected --target URL, the server",
                "replay rec --target h     | --target: URL 'h' has no scheme",
                "replay rec --target http://h --timeout 0s | --timeout: expected more than nothing",
                "replay rec --target http://h --insecure | nothing is reached by https; expected an https URL as --target or",
                "replay rec --target https://h --cacert no | --cacert no cannot be read",
                "replay rec --target https://h --header @no | --header @no: the file cannot be read",
                "record --out rec          | expected --target URL, the server",
                "record --out rec --target http://h --insecure | nothing is reached by https; expected an https URL as --target",
                "record --out rec --target https://h --cert no | --cert without --key",
                "record --out rec --target http://h --tls-cert no | takes both --tls-cert FILE and --tls-key FILE",
                "record --out rec --target http://h --tls-cert no --tls-key no | --tls-cert no cannot be read",
                "list --jsn                | there is no \"--jsn\"; the nearest are --json",
                "list XX-99                | there is no requirement \"XX-99\"; the nearest are",
                "--vresion                 | there is no \"--vresion\"; the nearest are --version"
            })
    void whatCannotBeMeantIsToldInOneLine(String arguments, String message) {
        Ran ran = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().strip()).contains(message).doesNotContain("\n");
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorOfOurOwnIsNoVerdict(Error error) {
        assertThat(Main.exitCode(() -> {
                    throw error;
                }))
                .isEqualTo(5);
    }

    static List<Error> errors() {
        return List.of(new OutOfMemoryError(), new StackOverflowError(), new AssertionError("ours"));
    }

    @Test
    void anImpossibleOptionLeavesNoReports() {
        Path reports = folder.resolve("reports");

        Ran ran = run("verify", "--run", "XX-99", "--reports", reports.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("no requirement and no case is called \"XX-99\"; the nearest are ");
        assertThat(Files.exists(reports)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "replay rec"})
    void aFileOfHeadersIsNoFileOfArguments(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("token.txt"), "X-Token: s3cret value\n");

        Ran ran = run((command + " --target http://h --insecure --header @" + file).split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing is reached by https").doesNotContain("s3cret", "value");
    }

    @ParameterizedTest
    @CsvSource({"0, --parallel 0: expected 1 or more", "many, --parallel"})
    void anImpossibleValueOfTheFileIsToldInOneLine(String value, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("tck.yaml"), "parallel: " + value);

        Ran ran = run("verify", "--target", "http://127.0.0.1:9", "--config", file.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().strip()).contains(message).doesNotContain("\n");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Ran ran = run("--version");

        assertThat(ran).isEqualTo(new Ran(0, "imagestore-tck " + SuiteIdentity.version() + System.lineSeparator(), ""));
    }

    @Test
    void theHelpNamesTheCommandsAndTheExitCodes() {
        assertThat(run("--help").out())
                .contains("verify", "serve", "list", "Exit codes:", "target unreachable, or lost");
    }

    @Test
    void theListHasALineForEachRequirementAndTheCounts() {
        Ran ran = run("list");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).containsPattern("(?m)^CR-07 +SHOULD .+ \\(\\d+\\)$");
        assertThat(ran.out().lines().toList())
                .last()
                .asString()
                .matches("\\d+ requirements, \\d+ cases; \\d+ more without a case, see features/untestable.md");
    }

    @Test
    void anIdIsListedInFull() {
        String page = run("list", "CR-07").out();

        assertThat(page).startsWith("CR-07  ").contains("documented", "service-fabric", "strict-http", "provenance");
        assertThat(page).containsPattern("(?m)^ +(Source|Derivation): ").containsPattern("(?m)^ +SHOULD +CR-07/");
        assertThat(page).doesNotContain("CR-08/");
    }

    @Test
    void aRequirementWithoutACaseIsListedWithItsReason() {
        assertThat(run("list", "TMO-07").out())
                .isEqualToNormalizingNewlines(
                        "TMO-07 has no case: No operation can be made to outlast its timeout from outside.\n");
    }

    @Test
    void theListForMachinesHasIdsLevelsAndCases() {
        JsonNode requirements = json("list", "--json");

        assertThat(requirements.size()).isGreaterThan(50);
        assertThat(requirements).allSatisfy(requirement -> {
            assertThat(requirement.path("id").stringValue()).matches("[A-Z]{2,4}-\\d{2}");
            assertThat(requirement.path("level").stringValue()).isIn("MUST", "SHOULD", "MAY");
            assertThat(requirement.path("text").stringValue()).isNotBlank();
            assertThat(requirement.path("provenance").isEmpty()).isFalse();
            assertThat(requirement.path("cases").isEmpty()).isFalse();
        });
    }

    @Test
    void aProfileThatDoesNotAssertARequirementHasNoLevelForIt() {
        JsonNode levels = json("list", "--json", "CHK-19").get(0).path("levels");

        assertThat(levels.path("documented").isNull()).isTrue();
        assertThat(levels.path("service-fabric").stringValue()).isEqualTo("MUST");
    }

    @Test
    void theListForMachinesCanBeOfOneRequirement() {
        JsonNode requirements = json("list", "--json", "CR-07");

        assertThat(requirements.size()).isEqualTo(1);
        assertThat(requirements.path(0).path("id").stringValue()).isEqualTo("CR-07");
        assertThat(requirements.path(0).path("cases"))
                .allSatisfy(id -> assertThat(id.stringValue()).startsWith("CR-07/"));
    }

    @Test
    void whatAHarLacksIsCountedWithWhatToDo() throws IOException {
        Path har = Files.writeString(folder.resolve("x.har"), """
                {"log":{"entries":[{"startedDateTime":"2026-01-01T00:00:00.000Z","time":1,
                "request":{"method":"PUT","url":"http://h/ImageStore/a","headers":[{"name":"Content-Length","value":"5"}],
                "postData":{"text":"abc"}},"response":{"status":200,"headers":[],"content":{"size":7}}}]}}
                """);

        Ran ran = run("import", har.toString(), "--out", folder.resolve("rec").toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("1 exchanges in ");
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("warning: 1 request bodies in the file are not what was sent"),
                        line -> assertThat(line).contains("compares answers only", "use record instead"),
                        line -> assertThat(line).startsWith("warning: 1 answers are without their bodies"));
    }

    private static JsonNode json(String... arguments) {
        return new JsonMapper().readTree(run(arguments).out()).path("requirements");
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(arguments).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    private record Ran(int exitCode, String out, String err) {}
}
