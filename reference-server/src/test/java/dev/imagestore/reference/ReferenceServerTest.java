package dev.imagestore.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReferenceServerTest {

    @TempDir
    private Path folder;

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
    void listsAsJsonToo() {
        assertThat(run("--list-variants", "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"variants\":[{\"name\":\"duplicates-accepted\",\"requirement\":\"CHK-06\",")
                .contains("\"subject\":\"runtime\",\"told\":[\"--runtime-version=11.0\"]")
                .endsWith("\"mutants\":[]}" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonWithoutAListIsWrongUsage() {
        assertThat(run("--json")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--list-variants");
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
    void aFolderThatCannotBeUsedIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(later.resolve("format"), "imagestore-data 2\n");
        Path foreign = folder.resolve("foreign");
        Files.createDirectories(foreign.resolve("staging"));
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("tenure"), "start x\n");

        for (Path unusable : List.of(file, file.resolve("below"), later, foreign, damaged)) {
            assertThat(run("--port", "0", "--data", unusable.toString())).isEqualTo(2);
        }

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("file: it is not a folder"),
                        line -> assertThat(line).contains("file/below: ", "file/below", "Not a directory"),
                        line -> assertThat(line)
                                .contains("later: its format is 'imagestore-data 2', this version knows")
                                .endsWith("use the version that wrote it, or give another folder"),
                        line -> assertThat(line).contains("foreign: it holds files of something else"),
                        line -> assertThat(line).endsWith("damaged: the file 'tenure' in it is damaged"));
        assertThat(out.toString()).isEmpty();
        assertThat(later).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void aFolderInUseIsOneLine() throws IOException {
        ServerFixture server = ServerFixture.sound(folder);
        assertThat(run("--port", "0", "--data", folder.toString())).isEqualTo(2);
        server.close();

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .endsWith("it is in use by another server; stop that one, or give another folder");
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(2);
        }

        assertThat(err.toString().lines()).singleElement().asString().contains("in use");
        assertThat(out.toString()).isEmpty();
    }
}
