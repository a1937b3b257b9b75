package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.report.Comparison;
import dev.imagestore.tck.report.PastReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: reports side by side. Contacts nobody. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Puts reports side by side: a page with the disagreements first, and diff.json.")
public final class CompareCommand implements Callable<Integer> {

    private static final int FEWEST = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "two or more conformance-report.json")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "where to write compare.html and diff.json (${DEFAULT-VALUE}/)")
    private Path reports = Path.of("reports");

    @Override
    public Integer call() {
        if (files.size() < FEWEST) {
            throw new UsageException("compare: expected two or more reports, such as A.json B.json");
        }
        List<PastReport> read = files.stream().map(CompareCommand::read).toList();
        Comparison comparison = new Comparison(read);
        comparison.write(reports);
        PrintWriter out = spec.commandLine().getOut();
        comparison.disagreements(PastReport::requirements).forEach(id -> out.println("they disagree on " + id));
        int missing = comparison.notInAll(PastReport::requirements).size();
        if (missing > 0) {
            out.println("%d requirements are not in all reports".formatted(missing));
        }
        out.println("comparison: %s (compare.html, diff.json)".formatted(reports));
        out.flush();
        return 0;
    }

    private static PastReport read(Path file) {
        try {
            return PastReport.read(file);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + "; expected a conformance-report.json");
        }
    }
}
