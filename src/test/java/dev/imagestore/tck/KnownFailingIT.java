package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of known failures of a server that lets commits through although bytes are missing. */
class KnownFailingIT {

    /** Whether it fails is for the timing to say. */
    private static final String RACE = "COM-04/while-the-last-chunk-is-on-its-way";

    private static BundledServer server;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        server = BundledServer.start(List.of("--mutant", "gap-accepted"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theListFollowsTheRun() throws IOException {
        Path list =
                Files.writeString(folder.resolve("known.txt"), "# since May\nCOM-02 # no longer\nCOM-99/gone\nCR-07\n");

        Report first = judged(list, true);
        Report second = judged(list, false);

        assertThat(first.verdict().status()).isEqualTo(Verdict.Status.NON_CONFORMANT);
        List<String> failed = first.cases().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(CaseResult::id)
                .toList();
        assertThat(failed).isNotEmpty();
        assertThat(Files.readAllLines(list))
                .containsExactlyElementsOf(Stream.concat(Stream.of("# since May", "CR-07"), failed.stream())
                        .toList());
        assertThat(second.verdict().unmet()).isEmpty();
        assertThat(second.verdict().exitCode()).isZero();
    }

    @Test
    void aListThatIsNotThereIsBegun() throws IOException {
        Path list = folder.resolve("new.txt");

        judged(list, true);

        assertThat(Files.readAllLines(list)).isNotEmpty().allMatch(id -> id.startsWith("COM-04/"));
    }

    @Test
    void aRunThatWasCutShortChangesNothing() throws IOException {
        Path list = Files.writeString(folder.resolve("known.txt"), "COM-02\n");

        Tck.run(options(list, true)
                .with("--fail-fast", "true")
                .with("--parallel", "1")
                .build());

        assertThat(list).hasContent("COM-02\n");
    }

    private Report judged(Path list, boolean update) {
        return Tck.run(options(list, update).build());
    }

    private Options options(Path list, boolean update) {
        Options options = Options.bundled(server)
                .reports(folder.resolve("reports"))
                .with("--run", "COM-02,COM-04")
                .with("--skip", RACE)
                .with("--known-failing", list.toString());
        return update ? options.with("--update-known-failing", "true") : options;
    }
}
