package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DefaultsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFlagWinsOverTheEnvironment() {
        Object seed = read(Defaults.of(Map.of("TCK_SEED", "1")), "--seed", "--seed=3");

        assertThat(seed).isEqualTo(3L);
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Object seed = read(configured(Map.of("TCK_SEED", "1"), "seed: 2"), "--seed");

        assertThat(seed).isEqualTo(1L);
    }

    @Test
    void theFileWinsOverTheDefault() throws IOException {
        Object parallel = read(configured(Map.of(), "parallel: 9"), "--parallel");

        assertThat(parallel).isEqualTo(9);
    }

    @Test
    void withoutEitherTheDefaultHolds() throws IOException {
        Object profile = read(configured(Map.of("TCK_SEED", "1"), "seed: 2"), "--profile");

        assertThat(profile).isEqualTo("documented");
    }

    @Test
    void hyphensAreUnderscoresInTheEnvironment() {
        Object failFast = read(Defaults.of(Map.of("TCK_FAIL_FAST", "true")), "--fail-fast");

        assertThat(failFast).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run: [CR-07, CR-08]", "run: CR-07,CR-08", "run:\n  - CR-07\n  - CR-08"})
    void aListOfTheFileIsAList(String yaml) throws IOException {
        Object run = read(configured(Map.of(), yaml), "--run");

        assertThat(run).isEqualTo(List.of("CR-07", "CR-08"));
    }

    @Test
    void aKeyWithoutAValueSaysNothing() throws IOException {
        Object profile = read(configured(Map.of(), "profile:"), "--profile");

        assertThat(profile).isEqualTo("documented");
    }

    @Test
    void anUnknownKeyIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> configured(Map.of(), "paralel: 9"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no option \"paralel\"; the nearest are parallel");
    }

    @Test
    void aFileThatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> configured(Map.of(), "a: [b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "- parallel", "9"})
    void aFileWithoutKeysIsRefused(String yaml) {
        assertThatThrownBy(() -> configured(Map.of(), yaml)).isInstanceOf(UsageException.class);
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        Object profile = read(configured(Map.of(), ""), "--profile");

        assertThat(profile).isEqualTo("documented");
    }

    @Test
    void verifyReadsTheFileThatIsNamed() throws IOException {
        Path file =
                Files.writeString(folder.resolve("tck.yaml"), "parallel: 9\ntimeout: 3s\nrun: [CR-07]\nstrict: true");

        assertThat(VerifyCommand.parse("--config", file.toString(), "--parallel", "2", "--run", "CR-08"))
                .isEqualTo(VerifyCommand.parse("--parallel=2", "--timeout=3s", "--run=CR-08", "--strict"));
    }

    @Test
    void anOptionMayHaveTheNameOfTheCommandAsItsValue() throws IOException {
        Path file = Files.writeString(folder.resolve("tck.yaml"), "parallel: 9");

        assertThat(VerifyCommand.parse("--reports", "verify", "--config", file.toString()))
                .isEqualTo(VerifyCommand.parse("--reports=verify", "--parallel=9"));
    }

    private Defaults configured(Map<String, String> environment, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("tck.yaml"), yaml);
        return Defaults.of(environment, "--config", file.toString());
    }

    private static Object read(Defaults defaults, String option, String... arguments) {
        CommandLine commandLine = new CommandLine(new VerifyCommand());
        commandLine.setDefaultValueProvider(defaults);
        commandLine.parseArgs(arguments);
        return commandLine.getCommandSpec().findOption(option).getValue();
    }
}
