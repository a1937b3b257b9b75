package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite as an instrument: servers with one defect are blamed for it, servers that differ lawfully are not blamed. */
class InstrumentIT {

    @TempDir
    private Path reports = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "arrival-order, CHK-03",
        "gap-accepted, COM-04",
        "early-visibility, CHK-17",
        "tail-kept, COM-03",
        "cut-body-counted, CHK-13",
        "updates-lost, HTTP-12",
        "two-openings, CHK-16",
        "published-in-place, COM-13",
    })
    void mutantIsCaughtAndItsRequirementBlamedAlone(String mutant, String requirement) {
        Report report = judged("--mutant", mutant);

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.NON_CONFORMANT);
        assertThat(report.verdict().exitCode()).isEqualTo(1);
        assertThat(report.verdict().blamed()).containsExactly(requirement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duplicates-accepted,range-400,session-gone",
                "duplicates-refused,range-416,session-kept",
                "duplicates-refused,overlaps-accepted,range-409",
                "unknown-query-204,partial-upload-taken,empty-folder-204,listed-with-backslash",
                "unknown-query-empty,errors-bare,ids-in-upper-case,extra-members,dates-in-nanoseconds,order-reversed,"
                        + "chunked-answers,closing-always",
            })
    void variantIsNotBlamed(String variants) {
        Report report = judged("--variant", variants);

        assertThat(failed(report)).isEmpty();
        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.CONFORMANT);
    }

    private Report judged(String... arguments) {
        try (BundledServer server = BundledServer.start(List.of(arguments))) {
            return Tck.run(
                    Options.bundled(server).seed(20261122).reports(reports).build());
        }
    }

    private static List<String> failed(Report report) {
        List<String> failed = new ArrayList<>();
        for (RequirementResult result : report.requirements()) {
            if (result.outcome() == Outcome.FAILED) {
                failed.add(result.id());
            }
        }
        return failed;
    }
}
