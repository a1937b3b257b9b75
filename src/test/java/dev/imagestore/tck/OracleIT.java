package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.subject.TinyPeer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Oracles of all kinds beside one server; those that lie are found out before the first case. */
@Timeout(240)
class OracleIT {

    private static final String CASES = "COM-01,COM-02,PUT-01";

    @TempDir
    private Path reports = Path.of("");

    private static final BundledServer SERVER = BundledServer.start(List.of());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aProgramThatFailsIsAnErrorAndBlamesNobody() {
        Report report = judged("exec:/bin/sh -c exit${IFS}2 {path}");

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.ERROR);
        assertThat(report.verdict().blamed()).isEmpty();
    }

    @Test
    void anOracleThatShowsFilesThatWereNeverPutIsFoundOut() throws IOException {
        assertFoundOut(exchange -> TinyPeer.answer(exchange, 200, "always there"), "where nothing was ever put");
    }

    @Test
    void anOracleThatSeesNothingIsFoundOut() throws IOException {
        assertFoundOut(exchange -> TinyPeer.answer(exchange, 404, ""), "it shows no file for tck-");
    }

    @Test
    void anOracleThatShowsTheSameFileForAllIsFoundOut() throws IOException {
        assertFoundOut(
                exchange -> {
                    boolean put = !exchange.getRequestURI().getPath().endsWith("/never-put.bin");
                    TinyPeer.answer(exchange, put ? 200 : 404, put ? "one for all" : "");
                },
                "for two files that differ");
    }

    @Test
    void anOracleThatDoesNotAnswerIsFoundOut() throws IOException {
        assertFoundOut(exchange -> TinyPeer.answer(exchange, 503, ""), "the content oracle answered 503");
    }

    private void assertFoundOut(TinyPeer.Script script, String reason) throws IOException {
        try (TinyPeer oracle = TinyPeer.playing(script)) {
            Report report = judged(oracle.endpoint().url() + "/{path}");

            assertThat(report.verdict().status()).isEqualTo(Verdict.Status.ERROR);
            assertThat(report.verdict().blamed()).isEmpty();
            assertThat(report.cases())
                    .filteredOn(c -> c.outcome() == Outcome.ERROR)
                    .isNotEmpty()
                    .extracting(c -> c.reason().orElse(""))
                    .allMatch(
                            text -> text.startsWith("the content oracle cannot be trusted: ") && text.contains(reason));
            assertThat(report.cases().stream().map(CaseResult::outcome)).doesNotContain(Outcome.FAILED);
            assertThat(report.leftBehind()).isEmpty();
        }
    }

    private Report judged(String content) {
        return Tck.run(Options.against(SERVER.url())
                .content(content)
                .with("--run", CASES)
                .reports(reports)
                .build());
    }
}
