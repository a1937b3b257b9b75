package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.traffic.format.Merge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: makes one recording of several. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Makes one recording of several.")
public final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "the recordings")
    private List<Path> recordings = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write the recording")
    private Path out = Path.of("");

    @Option(names = "--skip-damaged", description = "leave out damaged lines of the recordings")
    private boolean skipDamaged;

    @Override
    public Integer call() {
        if (recordings.stream().anyMatch(one -> same(one, out))) {
            throw new UsageException("--out %s is one of the recordings; expected another folder".formatted(out));
        }
        long exchanges = Merge.merge(recordings, out, skipDamaged);
        spec.commandLine().getOut().printf("%d exchanges in %s%n", exchanges, out);
        return 0;
    }

    static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
