package dev.imagestore.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReferenceServerTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = ReferenceServer.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Test
    void listsMutantsAndVariants() {
        assertThat(run("--list-mutants", "--list-variants")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("tail-kept +COM-03 +A shorter file .*"))
                .anyMatch(line -> line.matches("range-416 +ERR-05 +A refused range .*"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThat(run("--mutant", "tial-kept")).isEqualTo(2);
        assertThat(run("--variant", "range-400,range-417")).isEqualTo(2);
        assertThat(run("--profile", "document")).isEqualTo(2);

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("unknown mutant 'tial-kept'; did you mean tail-kept"),
                        line -> assertThat(line).startsWith("unknown variant 'range-417'; did you mean range-4"),
                        line -> assertThat(line).startsWith("unknown profile 'document'; did you mean documented"));
    }

    @Test
    void wrongUsageIsOneLine() {
        assertThat(run("--prot", "1")).isEqualTo(2);
        assertThat(run("--port", "many")).isEqualTo(2);
        assertThat(run("--port", "70000")).isEqualTo(2);
        assertThat(run("--max-sessions", "0")).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(4);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
        }

        assertThat(err.toString().lines()).singleElement().asString().contains("in use");
        assertThat(out.toString()).isEmpty();
    }
}
