package dev.imagestore.tck.cli;

import dev.imagestore.tck.Shards;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.report.PartReport;
import dev.imagestore.tck.report.TextReport;
import dev.imagestore.tck.traffic.format.Merge;
import dev.imagestore.tck.verdict.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: makes one report of the parts of a run, or one recording of several. Contacts nobody. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = {
            "Makes one report of the parts of a run that was shared with --shard: merge DIR… --reports OUT;",
            "or one recording of several: merge DIR… --out DIR."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0-5:of reports: as of verify, for the whole run",
            "0:of recordings: merged",
            "2:an option that cannot be meant, or a bad recording; nothing is written"
        })
public final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "the folders of the parts' reports, or the recordings")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--reports", paramLabel = "OUT", description = "where to write the report of the whole run")
    private @Nullable Path reports;

    @Option(names = "--out", paramLabel = "DIR", description = "where to write the recording")
    private @Nullable Path out;

    @Option(names = "--skip-damaged", description = "leave out damaged lines of the recordings")
    private boolean skipDamaged;

    @Override
    public Integer call() {
        List<Path> parts = folders.stream().filter(PartReport::isIn).toList();
        if (parts.isEmpty()) {
            return recordings();
        }
        if (parts.size() < folders.size()) {
            Path other =
                    folders.stream().filter(f -> !parts.contains(f)).findFirst().orElseThrow();
            throw new UsageException(
                    "%s holds a report and %s does not; expected either folders of reports or recordings"
                            .formatted(parts.get(0), other));
        }
        return reports();
    }

    private int reports() {
        if (out != null || skipDamaged || reports == null) {
            throw new UsageException(
                    "%s holds a report; expected --reports OUT beside it, where to write the report of the whole run, and no other option"
                            .formatted(folders.get(0)));
        }
        Path into = reports;
        elsewhere("--reports", into);
        Report report = Shards.merge(folders, into);
        TextReport.write(report, into, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return report.verdict().exitCode();
    }

    private int recordings() {
        if (reports != null) {
            throw new UsageException(
                    "%s has no conformance-report.json; expected the folder of the reports of a run with --shard, or --out DIR instead of --reports to merge recordings"
                            .formatted(folders.get(0)));
        }
        if (out == null) {
            throw new UsageException("merge: expected --out DIR, where to write the recording");
        }
        Path into = out;
        elsewhere("--out", into);
        long exchanges = Merge.merge(folders, into, skipDamaged).exchanges();
        spec.commandLine().getOut().printf("%d exchanges in %s%n", exchanges, into);
        return 0;
    }

    private void elsewhere(String option, Path into) {
        if (folders.stream().anyMatch(folder -> same(folder, into))) {
            throw new UsageException("%s %s is one of those to merge; expected another folder".formatted(option, into));
        }
    }

    static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
