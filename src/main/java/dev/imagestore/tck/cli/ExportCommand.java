package dev.imagestore.tck.cli;

import dev.imagestore.tck.traffic.format.HarExport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes a recording as a HAR file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Writes a recording as HAR 1.2, with its bodies in base64.")
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the recording")
    private Path recording = Path.of("");

    @Option(names = "--har", paramLabel = "FILE", required = true, description = "the file to write")
    private Path har = Path.of("");

    @Option(names = "--skip-damaged", description = "leave out damaged lines of the recording")
    private boolean skipDamaged;

    @Override
    public Integer call() {
        long entries = HarExport.export(recording, har, skipDamaged);
        spec.commandLine().getOut().printf("%d entries in %s%n", entries, har);
        return 0;
    }
}
