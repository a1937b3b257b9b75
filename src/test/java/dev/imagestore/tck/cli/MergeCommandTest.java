package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which of the two things that {@code merge} does is meant. */
class MergeCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void recordingsBecomeARecording() {
        assertThat(merge(recording("one"), recording("two"), "--out", at("all")))
                .isZero();
        assertThat(out).hasToString("0 exchanges in %s%n".formatted(at("all")));
        assertThat(folder.resolve("all/traffic.jsonl")).exists();
    }

    @Test
    void aReportAndARecordingDoNotGoTogether() throws IOException {
        assertThat(merge(report("one"), recording("two"), "--out", at("all"))).isEqualTo(2);
        assertThat(err)
                .hasToString("%s holds a report and %s does not; expected either folders of reports or recordings%n"
                        .formatted(at("one"), at("two")));
        assertThat(folder.resolve("all")).doesNotExist();
    }

    @Test
    void reportsAreNotWrittenAsARecording() throws IOException {
        assertThat(merge(report("one"), "--out", at("all"))).isEqualTo(2);
        assertThat(err.toString()).startsWith(at("one") + " holds a report; expected --reports OUT");
        assertThat(folder.resolve("all")).doesNotExist();
    }

    @Test
    void recordingsAreNotWrittenAsAReport() {
        assertThat(merge(recording("one"), "--reports", at("all"))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(at("one") + " has no conformance-report.json")
                .contains("--out DIR instead of --reports");
    }

    @Test
    void oneOfThoseToMergeIsNoPlaceForTheWhole() {
        assertThat(merge(recording("one"), "--out", at("two/../one"))).isEqualTo(2);
        assertThat(err.toString()).contains("is one of those to merge; expected another folder");
    }

    @Test
    void aRecordingNeedsAPlace() {
        assertThat(merge(recording("one"))).isEqualTo(2);
        assertThat(err).hasToString("merge: expected --out DIR, where to write the recording%n".formatted());
    }

    private int merge(String... arguments) {
        CommandLine main = Main.commandLine();
        main.setOut(new PrintWriter(out, true));
        main.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "merge";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return main.execute(all);
    }

    private String recording(String name) {
        Recording.create(folder.resolve(name)).close();
        return at(name);
    }

    private String report(String name) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("conformance-report.json"), "{}");
        return at(name);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
