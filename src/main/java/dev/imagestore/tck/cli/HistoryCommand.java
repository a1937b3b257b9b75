package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.report.History;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history}: reports over time. Contacts nobody. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Turns a folder of reports into a page that shows what became worse, and when.")
public final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            description = "folder with conformance-report.json files, at any depth and of any name")
    private Path folder = Path.of(".");

    @Option(
            names = "--prune",
            paramLabel = "DAYS",
            description = "delete the reports of runs that are older than that many days, nothing else")
    private @Nullable Integer prune;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("%s is no folder; expected one with reports".formatted(folder));
        }
        if (prune != null && prune < 1) {
            throw new UsageException("--prune %d: expected 1 or more days".formatted(prune));
        }
        Instant oldest = prune == null ? Instant.MIN : Instant.now().minus(Duration.ofDays(prune));
        History history = History.read(folder, oldest);
        Path page = folder.resolve("history.html");
        history.write(page);
        history.skipped()
                .forEach((name, why) -> spec.commandLine().getErr().println("skipped %s: it %s".formatted(name, why)));
        spec.commandLine().getErr().flush();
        PrintWriter out = spec.commandLine().getOut();
        history.regressions().forEach(r -> out.println("%s fails since %s".formatted(r.caseId(), r.since())));
        history.repairs()
                .forEach(r -> out.println("%s failed from %s to %s"
                        .formatted(r.caseId(), r.since(), r.until().orElseThrow())));
        history.flaky().forEach(id -> out.println(id + " is flaky"));
        out.println("history: %s (%d runs)".formatted(page, history.nights()));
        out.flush();
        return 0;
    }
}
