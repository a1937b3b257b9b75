package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.cli.VerifyCommand;
import dev.imagestore.tck.conformance.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionCheckTest {

    private static final OptionCheck CHECK = new OptionCheck(Catalogue.load());

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "--operations=commit,            --operations lacks upload-chunk",
        "--parallel=0,                   --parallel 0: expected 1 or more",
        "--update-known-failing,         --update-known-failing: expected the file as --known-failing FILE beside it",
        "--shard=1/2,                    --shard 1/2: expected a --seed beside it",
        "--parallel=-3,                  --parallel -3: expected 1 or more",
        "--timeout=0s,                   --timeout: expected more than nothing",
        "--run=CR-99,                    'no requirement and no case is called \"CR-99\"; the nearest are CR-'",
        "--skip=ZZ-*,                    no requirement and no case is called \"ZZ-*\"",
        "'--run=CR-07,CR-07/no-such',    no requirement and no case is called \"CR-07/no-such\"",
        "--content=http://h/raw,         the content oracle \"http://h/raw\" has no {path}",
        "--content=http://{path},        has {path} in its host",
        "--cert=c.pem,                   --cert without --key: expected the private key",
        "--key=k.pem,                    --key without --cert: expected the certificate",
        "--cacert=no-such.pem,           --cacert no-such.pem cannot be read",
        "--cacert=../pom.xml,            --cacert ../pom.xml has no certificate that can be read",
        "--insecure,                     nothing is reached by https",
        "--clock=http://h/clock,         the clock \"http://h/clock\" has no {seconds}",
        "--content={target}/raw,         the content oracle \"http://target/raw\" has no {path}",
        "--clock={target}/clock,         the clock \"http://target/clock\" has no {seconds}",
        "--clock=http://{seconds},       has {seconds} in its host"
    })
    void whatCannotBeMeantIsRefusedByName(String option, String message) {
        TckOptions options = VerifyCommand.parse("--target=http://h", option);

        assertThatThrownBy(() -> CHECK.check(options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--content=http://h/{path}", "--clock=http://h/clock?advance={seconds}", "--runtime-version=6.5"
            })
    void whatTellsAboutATargetNeedsOne(String option) {
        assertRefusedOfTheBundledServer(option, "add --target URL");
    }

    @Test
    void sequencesAreNotShared() {
        TckOptions options = VerifyCommand.parse("--target=http://h", "--shard=1/2", "--seed=1", "--sequences=9");

        assertThatThrownBy(() -> CHECK.check(options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--sequences goes with a whole run, not with --shard 1/2");
    }

    @Test
    void aListFollowsAWholeRun() {
        TckOptions options = VerifyCommand.parse(
                "--target=http://h", "--shard=1/2", "--seed=1", "--known-failing=f", "--update-known-failing");

        assertThatThrownBy(() -> CHECK.check(options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--update-known-failing goes with a whole run, not with --shard 1/2");
    }

    @Test
    void nothingIsKeptOfTheBundledServer() {
        assertRefusedOfTheBundledServer("--keep", "--keep: the files of a server that the run starts go with it");
    }

    private static void assertRefusedOfTheBundledServer(String option, String message) {
        TckOptions options = VerifyCommand.parse(option);

        assertThatThrownBy(() -> CHECK.check(options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--run=CR-07,COM-*",
                "--skip=CR-07/*",
                "--operations=upload-chunk",
                "--parallel=1",
                "--timeout=1ms",
                "--content=http://h/{path}",
                "--content=https://h/{path}",
                "--clock=http://h/clock?advance={seconds}"
            })
    void whatCanBeMeantIsNot(String option) {
        TckOptions options = VerifyCommand.parse("--target=http://h", option);

        assertThatCode(() -> CHECK.check(options)).doesNotThrowAnyException();
    }

    @Test
    void aRunThatIsRefusedWritesNothing() throws IOException {
        TckOptions options = VerifyCommand.parse("--parallel=0", "--reports=" + folder.resolve("reports"));

        assertThatThrownBy(() -> Tck.run(options)).isInstanceOf(UsageException.class);

        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written).isEmpty();
        }
    }
}
