package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.OperationStanding;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that has chunks and commits and nothing else is judged by what it claims. */
@Timeout(240)
class MinimalServerIT {

    @TempDir
    private Path reports = Path.of("");

    @Test
    void theVerdictIsAboutWhatIsClaimed() throws IOException {
        Report report = judged("upload-chunk,commit");

        assertThat(report.cases().stream().filter(c -> c.outcome() == Outcome.FAILED || c.outcome() == Outcome.ERROR))
                .isEmpty();
        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.CONFORMANT);
        assertThat(report.verdict().sentence()).contains("claimed alone: upload-chunk, commit");
        assertThat(standing(report, "commit").tested()).isGreaterThan(10);
        assertThat(standing(report, "commit").probed()).isEqualTo("answered");
        assertThat(standing(report, "info")).isEqualTo(new OperationStanding("info", false, "absent", 0));
        assertThat(report.leftBehind())
                .hasSize(2)
                .allMatch(left -> left.contains("delete is not claimed") || left.contains("delete-session is not"));
        assertThat(Files.readString(reports.resolve("summary.md")))
                .contains("| Operation | Claimed | Probed | Cases judged |", "| info | no | absent | 0 |");
    }

    @Test
    void whatIsClaimedInVainIsShown() {
        Report report = judged("upload-chunk,commit,info");

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.NON_CONFORMANT);
        assertThat(standing(report, "info").contradictory()).isTrue();
        assertThat(standing(report, "commit").contradictory()).isFalse();
    }

    private Report judged(String operations) {
        try (BundledServer server = BundledServer.start(List.of());
                Relay relay = Relay.to(server.url(), MinimalServerIT::onlyChunksAndCommits)) {
            return Tck.run(Options.against(relay.url())
                    .content(server.url() + "/_content/{path}")
                    .with("--operations", operations)
                    .reports(reports)
                    .build());
        }
    }

    private static String onlyChunksAndCommits(String head) {
        String line = head.lines().findFirst().orElse("");
        return line.contains("UploadChunk") || line.contains("CommitUploadSession") ? head : "";
    }

    private static OperationStanding standing(Report report, String operation) {
        return report.target().standing().stream()
                .filter(s -> s.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
