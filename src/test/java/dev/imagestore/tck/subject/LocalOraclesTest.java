package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracles that look at files and run programs. */
@Timeout(60)
class LocalOraclesTest {

    private static final FileContent CANDIDATE = FileContent.of("what was uploaded");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void store() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/right.txt"), "what was uploaded");
        Files.writeString(folder.resolve("a/wrong one.txt"), "what was uploadet!");
        Files.writeString(folder.resolveSibling("outside.txt"), "what was uploaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir:%s", "exec:/bin/sh -c test${IFS}-f${IFS}\"$0\"&&cat${IFS}\"$0\" %s/{path}"})
    void rightWrongAndAbsentFilesAreToldApart(String template) {
        try (ContentOracle oracle = oracle(template.formatted(folder))) {
            assertThat(oracle.read("a/right.txt", List.of(CANDIDATE)))
                    .isInstanceOfSatisfying(StoredFile.Present.class, file -> {
                        assertThat(file.length()).isEqualTo(17);
                        assertThat(file.is(0)).isTrue();
                        assertThat(file.sha256()).hasValue(CANDIDATE.sha256());
                    });
            assertThat(oracle.read("a/wrong one.txt", List.of(CANDIDATE)))
                    .isInstanceOfSatisfying(StoredFile.Present.class, file -> {
                        assertThat(file.length()).isEqualTo(18);
                        assertThat(file.is(0)).isFalse();
                    });
            assertThat(oracle.read("a/none.txt", List.of(CANDIDATE))).isEqualTo(new StoredFile.Absent());
        }
    }

    @Test
    void aFolderIsNoFileAndNothingOutsideIsRead() {
        try (ContentOracle oracle = oracle("dir:" + folder)) {
            assertThat(oracle.read("a", List.of())).isEqualTo(new StoredFile.Absent());
            assertThatThrownBy(() -> oracle.read("../outside.txt", List.of()))
                    .isInstanceOf(InstrumentException.class)
                    .hasMessageContaining("has no place for the path");
        }
    }

    @Test
    void aFolderThatIsGoneIsAFailureOfTheInstrument() throws IOException {
        Path passing = Files.createDirectory(folder.resolve("passing"));
        try (ContentOracle oracle = oracle("dir:" + passing)) {
            Files.delete(passing);

            assertThatThrownBy(() -> oracle.read("a", List.of()))
                    .isInstanceOf(InstrumentException.class)
                    .hasMessageContaining("is gone");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exec:/bin/sh -c exit${IFS}3 {path},      ended with exit code 3 for a; expected 0 or 1",
        "exec:/no/such/program {path},            could not be started",
        "exec:/bin/sh -c sleep${IFS}30 {path},    gave no answer within PT0.3S"
    })
    void anotherEndIsAFailureOfTheInstrument(String template, String message) {
        try (ContentOracle oracle = Oracles.of(template, Duration.ofMillis(300), Tls.DEFAULT)) {
            assertThatThrownBy(() -> oracle.read("a", List.of()))
                    .isInstanceOf(InstrumentException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void anEndlessFileIsReadNoFurtherThanItMatters() {
        try (ContentOracle oracle = oracle("exec:/bin/sh -c exec${IFS}cat${IFS}/dev/zero {path}")) {
            assertThat(oracle.read("a", List.of(CANDIDATE)))
                    .isInstanceOfSatisfying(
                            StoredFile.Present.class,
                            file -> assertThat(file.is(0)).isFalse());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dir:/no/such/folder, names no folder; expected one like dir:/var/lib/store",
        "dir:, names no folder",
        "exec:/bin/cat, has no {path} behind its program; expected one like exec:/bin/cat /store/{path}",
        "exec:{path}, has no {path} behind its program",
        "ftp://h/{path}, scheme 'ftp' is not supported"
    })
    void anotherTemplateIsRefused(String template, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> oracle(template)).withMessageContaining(message);
    }

    private static ContentOracle oracle(String template) {
        return Oracles.of(template, Duration.ofSeconds(20), Tls.DEFAULT);
    }
}
