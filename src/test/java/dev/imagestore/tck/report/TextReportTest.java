package dev.imagestore.tck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {

    @Test
    void aGoodRunTakesTwoLines() {
        assertThat(text(SampleReport.good())).isEqualTo("""
                        conformant to `documented`: 1 of 231 requirements judged; stored bytes observed
                        reports: reports
                        """);
    }

    @Test
    void theFilesThatAreThereAreNamed(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("exchanges"));
        Files.createFile(folder.resolve("report.html"));
        Files.createFile(folder.resolve("notes.txt"));
        StringBuilder out = new StringBuilder();

        TextReport.write(SampleReport.good(), folder, out);

        assertThat(out).endsWith("reports: " + folder + " (report.html, exchanges/)\n");
    }

    @Test
    void whatIsWrongComesFirstAndTheVerdictLast() {
        assertThat(text(SampleReport.bad())).isEqualTo("""
                        FAILED  COM-04  Text of COM-04
                          COM-04/gap
                            reason     because
                            expected   400
                            observed   200
                            exchanges  3, 4 in exchanges/traffic.jsonl
                          COM-04/gap-2
                            reason     because
                          COM-04/gap-3
                            reason     because
                          and 2 more

                        FAILED  CR-08  Text of CR-08  (known)
                          CR-08/announced
                            reason     because

                        also failed, explained by COM-04: DEL-06  Text of DEL-06
                        error  SEC-01/oracle: the oracle did not answer
                        inconclusive:
                          1 case: no session could be opened (SEC-02)
                        warned  LST-01/slash: no trailing slash
                        untested:
                          3 cases: no clock (EXP-01, EXP-02)
                        operations (claimed, probed, cases judged):
                          upload-chunk         yes  answered    12
                          commit               yes  absent       3
                        left behind on the target:
                          tck-r1/stuck
                        the run did not complete: not every selected case came to an outcome

                        NOT conformant to `documented`: 5 of 231 requirements judged; broken: COM-04; stored bytes observed; 1 in error; 1 inconclusive; 1 warned; 2 MUST untested
                        reports: reports
                        """);
    }

    @Test
    void terminalEscapesAreShownAndNotPassedOn() {
        String text = text(SampleReport.hostile(Hostile.TEXT));

        assertThat(Hostile.acts(text)).isFalse();
        assertThat(text).contains("\\u001b[2J\\u001b]0;owned\\u0007");
        assertThat(text.lines().count())
                .isEqualTo(text(SampleReport.hostile("x")).lines().count());
    }

    @Test
    void endlessTextIsCut() {
        assertThat(text(SampleReport.hostile("y".repeat(100_000))).length()).isLessThan(10_000);
    }

    @Test
    void aBrokenPipeIsToldWithContext() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> TextReport.write(SampleReport.good(), Path.of("reports"), broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot print the report")
                .hasRootCauseMessage("broken pipe");
    }

    private static String text(Report report) {
        StringBuilder out = new StringBuilder();
        TextReport.write(report, Path.of("reports"), out);
        return out.toString();
    }
}
