package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.traffic.format.Scrub;
import dev.imagestore.tck.traffic.format.SecretCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scrub}: makes a recording that can be given away, or looks whether one can. */
@Command(
        name = "scrub",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Makes a recording that can be given away: bodies become made-up bytes of the same length, equal where they were",
            "equal; headers, parameters and texts that are not needed go. Paths and session ids stay."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing found",
            "1:something that looks like a secret was found",
            "2:a bad recording"
        })
public final class ScrubCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the recording")
    private Path recording = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "where to write the new one")
    private @Nullable Path out;

    @Option(names = "--check", description = "only look for what seems to be a secret")
    private boolean check;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "governs the new bytes")
    private long seed;

    @Option(names = "--skip-damaged", description = "leave out damaged lines of the recording")
    private boolean skipDamaged;

    @Override
    public Integer call() {
        if (check == (out != null)) {
            throw new UsageException("expected --out DIR, or --check");
        }
        return out == null ? check() : scrub(out);
    }

    private int scrub(Path into) {
        if (MergeCommand.same(recording, into)) {
            throw new UsageException("--out %s is the recording itself; expected another folder".formatted(into));
        }
        long exchanges = Scrub.scrub(recording, into, seed, skipDamaged);
        spec.commandLine().getOut().printf("%d exchanges in %s%n", exchanges, into);
        return 0;
    }

    private int check() {
        List<String> found = SecretCheck.check(recording);
        found.stream().limit(SHOWN).forEach(what -> spec.commandLine().getOut().println(what));
        spec.commandLine().getOut().printf("%d places look like secrets%n", found.size());
        return found.isEmpty() ? 0 : 1;
    }
}
