package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.repro.Reproduction;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects that take an unusual history are found by random sequences; servers that are right pass them. */
class SequencesIT {

    private static final int SHORT = 8;

    private static BundledServer sound;
    private static List<KnownMutant> mutants = List.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path reports;

    @BeforeAll
    static void start(@TempDir Path scratch) throws IOException {
        mutants = KnownMutant.all(scratch).stream()
                .filter(KnownMutant::sequenceOnly)
                .toList();
        sound = BundledServer.start(List.of());
    }

    @AfterAll
    static void stop() {
        sound.close();
    }

    static Stream<KnownMutant> sequenceOnly() {
        return mutants.stream();
    }

    @ParameterizedTest
    @MethodSource("sequenceOnly")
    void aSequenceFindsWhatNoCaseMeetsAndIsMadeShort(KnownMutant mutant) throws Exception {
        try (BundledServer broken = BundledServer.start(List.of("--mutant", mutant.name()))) {
            Report report =
                    Tck.run(sequences(broken, 500).with("--run", "CHK-01").build());
            List<CaseResult> failed = report.cases().stream()
                    .filter(c -> c.outcome() == Outcome.FAILED)
                    .toList();

            assertThat(report.verdict().blamed()).containsExactly(mutant.requirement());
            assertThat(failed).extracting(CaseResult::id).containsExactly(mutant.requirement() + "/sequence");
            String caseId = failed.get(0).id();
            assertThat(steps(caseId)).isLessThan(SHORT);
            assertThat(Script.run(reports, caseId, broken.url())).endsWith("exit 1");
            assertThat(Script.run(reports, caseId, sound.url())).endsWith("exit 0");
        }
    }

    @ParameterizedTest
    @MethodSource("sequenceOnly")
    void noFixedCaseMeetsIt(KnownMutant mutant) {
        try (BundledServer broken = BundledServer.start(List.of("--mutant", mutant.name()))) {
            Report report = Tck.run(sequences(broken, 0)
                    .with("--run", String.join(",", mutant.reach()))
                    .build());

            assertThat(report.verdict().status()).isEqualTo(Verdict.Status.CONFORMANT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"documented", "service-fabric", "strict-http"})
    void aRightServerPasses(String profile) {
        try (BundledServer right = BundledServer.start(List.of("--profile", profile))) {
            Report report = Tck.run(sequences(right, 500)
                    .with("--profile", profile)
                    .with("--run", "CHK-01")
                    .build());

            assertThat(report.verdict().status()).isEqualTo(Verdict.Status.CONFORMANT);
        }
    }

    private Options sequences(BundledServer server, int number) {
        return Options.bundled(server)
                .seed(7)
                .with("--sequences", String.valueOf(number))
                .reports(reports);
    }

    /** The steps of the scenario that was written. */
    private long steps(String caseId) throws IOException {
        Path scenario =
                reports.resolve("repro").resolve(Reproduction.folder(caseId)).resolve("scenario.feature");
        return Files.readAllLines(scenario).stream()
                .filter(line -> line.matches(" +(When|And) .*"))
                .count();
    }
}
