package dev.imagestore.tck.cli;

import dev.imagestore.tck.Nearest;
import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.BadRecordingException;
import java.util.List;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
        name = "imagestore-tck",
        description = "Tells whether a server is right about Service Fabric's ImageStore upload API.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            VerifyCommand.class,
            ServeCommand.class,
            ListCommand.class,
            CleanCommand.class,
            CheckReportCommand.class,
            CompareCommand.class,
            HistoryCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            GenerateCommand.class,
            ScrubCommand.class,
            MergeCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:non-conformant",
            "2:an option that cannot be meant",
            "3:target unreachable, or lost",
            "4:nothing ran, or inconclusive",
            "5:an error of the suite"
        })
public final class Main implements Runnable {

    static final int USAGE = 2;
    static final int OWN_ERROR = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        ShortLived.ownProcess(true);
        if (arguments.length > 0 && arguments[0].equals("verify")) {
            ShortLived.spareOptimiser();
        }
        System.exit(run(arguments));
    }

    /** Everything but the exit. */
    public static int run(String... arguments) {
        return exitCode(() -> commandLine(arguments).execute(arguments));
    }

    static int exitCode(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (OutOfMemoryError e) {
            System.err.println("an error of the suite: its memory of %d MB is full; -Xmx gives Java more"
                    .formatted(Runtime.getRuntime().maxMemory() >> 20));
            return OWN_ERROR;
        } catch (Error e) { // otherwise Java would end with 1, which is a verdict
            System.err.println("an error of the suite: " + e);
            e.printStackTrace();
            return OWN_ERROR;
        }
    }

    /** The command line with its manners: one clear line for what cannot be meant, and our own errors told apart. */
    static CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExpandAtFiles(false); // a file of headers is no file of arguments, and its lines are secrets
        commandLine.setParameterExceptionHandler((e, given) -> {
            e.getCommandLine().getErr().println(message(e));
            return USAGE;
        });
        commandLine.setExecutionExceptionHandler((e, line, result) -> {
            if (e instanceof UsageException || e instanceof BadRecordingException) {
                line.getErr().println(e.getMessage());
                return USAGE;
            }
            line.getErr().println("an error of the suite: " + e);
            e.printStackTrace(line.getErr());
            return OWN_ERROR;
        });
        commandLine.setDefaultValueProvider(Defaults.of(System.getenv(), arguments));
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing; expected one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String given = unmatched.getUnmatched().get(0);
            CommandSpec spec = e.getCommandLine().getCommandSpec();
            List<String> names = given.startsWith("-")
                    ? spec.options().stream().map(o -> o.longestName()).toList()
                    : List.copyOf(spec.subcommands().keySet());
            return names.isEmpty()
                    ? "\"%s\" is not expected here".formatted(given)
                    : "there is no \"%s\"; the nearest are %s".formatted(given, Nearest.to(given, names));
        }
        return String.valueOf(e.getMessage());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"imagestore-tck " + SuiteIdentity.version()};
        }
    }
}
