package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of a failed case fails on the server that it was written for, and succeeds on a sound one. */
class ReproductionIT {

    private static final int BROKEN = 1;
    private static final int FIXED = 0;
    private static final int SCRIPTS = 3;

    private static BundledServer sound;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path reports;

    @BeforeAll
    static void start() {
        sound = BundledServer.start(List.of());
    }

    @AfterAll
    static void stop() {
        sound.close();
    }

    @ParameterizedTest
    @CsvSource({
        "arrival-order, CHK-03",
        "gap-accepted, COM-04",
        "early-visibility, CHK-17",
        "tail-kept, COM-03",
        "cut-body-counted, CHK-13",
    })
    void scriptTellsTheMutantFromTheSoundServer(String mutant, String requirement) throws Exception {
        try (BundledServer broken = BundledServer.start(List.of("--mutant", mutant))) {
            Report report = Tck.run(Options.against(broken.url())
                    .content(broken.url() + "/_content/{path}")
                    .with("--run", requirement)
                    .seed(20261122)
                    .reports(reports)
                    .build());
            List<String> scripts = report.cases().stream()
                    .filter(c -> c.outcome() == Outcome.FAILED)
                    .map(CaseResult::id)
                    .limit(SCRIPTS)
                    .toList();

            assertThat(scripts).isNotEmpty();
            for (String caseId : scripts) {
                assertThat(Script.run(reports, caseId, broken.url())).as(caseId).endsWith("exit " + BROKEN);
                assertThat(Script.run(reports, caseId, sound.url())).as(caseId).endsWith("exit " + FIXED);
            }
        }
    }
}
