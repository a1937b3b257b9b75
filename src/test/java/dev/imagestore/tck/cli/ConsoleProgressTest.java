package dev.imagestore.tck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.conformance.Footprint;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Results;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private static final Footprint FOOTPRINT = new Footprint("tck-0a1b", 3 << 20, 1L << 40);
    private static final String LINE =
            "writes below tck-0a1b/, at most 3 MiB; the largest declared length is 1 TiB" + System.lineSeparator();

    @Test
    void offATerminalOnlyTheFootprintIsPrinted() {
        assertThat(printed(false)).isEqualTo(LINE);
    }

    @Test
    void onATerminalALineFollowsThatMovesAndCountsFailures() {
        assertThat(printed(true)).startsWith(LINE).contains("cases", "2/2").contains("1 failed");
    }

    private static String printed(boolean terminal) {
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        try (ConsoleProgress progress = new ConsoleProgress(new PrintStream(stderr, true, UTF_8), terminal)) {
            progress.begins(FOOTPRINT, 2);
            progress.finished(Results.passed("CR-07/first"));
            progress.finished(Results.result("CR-07/second", Outcome.FAILED));
        }
        return stderr.toString(UTF_8);
    }
}
