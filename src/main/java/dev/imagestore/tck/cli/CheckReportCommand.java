package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.report.ReportCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-report}: whether a report is whole and adds up. Contacts nobody. */
@Command(
        name = "check-report",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Validates a conformance-report.json and counts its verdict again from its cases.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the report is whole and adds up, whatever its verdict",
            "1:it does not add up, or is no such report",
            "2:the file cannot be read",
            "4:the file or its run is incomplete"
        })
public final class CheckReportCommand implements Callable<Integer> {

    private static final int EDITED = 1;
    private static final int INCOMPLETE = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "a conformance-report.json")
    private Path file = Path.of("reports", "conformance-report.json");

    @Override
    public Integer call() {
        ReportCheck.Result result = ReportCheck.of(text());
        PrintWriter out = spec.commandLine().getOut();
        result.defects().forEach(defect -> out.println("  " + defect));
        if (!result.complete()) {
            out.println(file + ": INCOMPLETE; it says nothing about conformance");
        } else if (result.defects().isEmpty()) {
            out.println(file + ": adds up: " + result.sentence());
        } else {
            out.println(file + ": REFUSED; it is no report that the suite wrote, or it was changed afterwards");
        }
        out.flush();
        if (!result.complete()) {
            return INCOMPLETE;
        }
        return result.defects().isEmpty() ? 0 : EDITED;
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("%s cannot be read; expected a conformance-report.json".formatted(file));
        }
    }
}
