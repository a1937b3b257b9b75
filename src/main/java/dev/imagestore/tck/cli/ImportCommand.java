package dev.imagestore.tck.cli;

import dev.imagestore.tck.traffic.format.HarImport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: makes a recording of a HAR file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Makes a recording of the image store requests in a HAR 1.2 file.")
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the HAR file")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write the recording")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        HarImport.Found found = HarImport.read(file, out);
        spec.commandLine().getOut().printf("%d exchanges in %s%n", found.exchanges(), out);
        warn(found.others(), "%d entries are not about the image store and were left out%n");
        warn(found.missing(), "warning: %d request bodies are not in the file; zeros of their length stand in%n");
        warn(
                found.disagreeing(),
                "warning: %d request bodies in the file are not what was sent, by their length or by characters that a "
                        + "decoder put in; zeros stand in%n");
        if (found.missing() + found.disagreeing() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "where zeros stand in, a replay compares answers only; to have every byte, use record instead"
                                    + " (Firefox keeps more than 1 MiB if devtools.netmonitor.requestBodyLimit is 0)");
        }
        warn(
                found.bare(),
                "warning: %d answers are without their bodies, and a replay compares only their status; export the file "
                        + "with response bodies%n");
        return 0;
    }

    private void warn(long count, String format) {
        if (count > 0) {
            spec.commandLine().getErr().printf(format, count);
            spec.commandLine().getErr().flush();
        }
    }
}
