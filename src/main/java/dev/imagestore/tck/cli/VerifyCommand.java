package dev.imagestore.tck.cli;

import dev.imagestore.tck.Tck;
import dev.imagestore.tck.TckOptions;
import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.conformance.Interruption;
import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.report.TextReport;
import dev.imagestore.tck.verdict.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: judges a target and writes the reports. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Judges a target and writes the reports. Without --target it judges the bundled reference server.",
            "",
            "Each option can also be given as the environment variable TCK_NAME, or in the file that --config names."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:non-conformant",
            "2:an option that cannot be meant; no reports",
            "3:target unreachable, or lost",
            "4:nothing ran, or inconclusive",
            "5:an error of the suite"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int AS_A_GUEST = 4;
    private static final int AT_HOME = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private ClaimOptions claim = new ClaimOptions();

    @Mixin
    private ContainerOptions container = new ContainerOptions();

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "documented",
            description = "what to hold it against: documented (default), service-fabric, strict-http")
    private String profile = "";

    @Option(
            names = "--content",
            paramLabel = "TEMPLATE",
            description = {
                "where the bytes of a stored file can be read: http://host/raw/{path}, the folder dir:PATH,",
                "or a program exec:PROGRAM ARG {path}, whose stdout is the file and exit 1 that there is none;",
                "without it stored bytes are not observed"
            })
    private @Nullable String content;

    @Option(
            names = "--clock",
            paramLabel = "TEMPLATE",
            description = {
                "where a POST advances the server's time, such as http://host/clock?advance={seconds};",
                "without it expiry is untested"
            })
    private @Nullable String clock;

    @Option(
            names = "--runtime-version",
            paramLabel = "V",
            description = {"the target's runtime version, such as 6.5; without it cases that need it are untested"})
    private @Nullable String runtimeVersion;

    @Option(
            names = "--run",
            paramLabel = "GLOBS",
            split = ",",
            description = "ids of requirements or cases to run: CR-*, CR-07/last-*")
    private List<String> run = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "GLOBS", split = ",", description = "ids to leave out")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--strict", description = "a SHOULD that is not followed makes the run non-conformant")
    private boolean strict;

    @Option(names = "--require-observed", description = "a MUST that is not observed makes the run inconclusive")
    private boolean requireObserved;

    @Option(
            names = "--known-failing",
            paramLabel = "FILE",
            description = "ids that are expected to fail, one a line; one that passes is an error")
    private @Nullable Path knownFailing;

    @Option(
            names = "--update-known-failing",
            description = {
                "write what failed each time into the file of --known-failing, and take out what did not;",
                "the verdict is by the list as it was"
            })
    private boolean updateKnownFailing;

    @Option(names = "--known-flaky", paramLabel = "FILE", description = "ids that may fail or pass, one a line")
    private @Nullable Path knownFlaky;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "an earlier conformance-report.json; the reports tell what is fixed, broken, new and removed")
    private @Nullable Path baseline;

    @Option(names = "--fail-fast", description = "stop at the first failed MUST")
    private boolean failFast;

    @Option(names = "--seed", paramLabel = "N", description = "governs data, cuts and order (random, and reported)")
    private @Nullable Long seed;

    @Option(
            names = "--sequences",
            paramLabel = "N",
            description = {
                "random sequences of requests to try, drawn from the seed, until one fails;",
                "by default a few, where no case has failed and none is left out"
            })
    private @Nullable Integer sequences;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "cases at a time (" + AS_A_GUEST + ", and " + AT_HOME + " at the bundled server)")
    private @Nullable Integer parallel;

    @Option(names = "--no-case-header", description = "do not name the case in the header X-Tck-Case")
    private boolean noCaseHeader;

    @Mixin
    private GuestOptions guest = new GuestOptions();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "where to write (${DEFAULT-VALUE}/)")
    private Path reports = Path.of("reports");

    @Option(names = "--config", paramLabel = "FILE", description = "YAML with the names of options as keys")
    @SuppressWarnings("UnusedVariable") // it has to be known before the others are parsed: Defaults reads it
    private @Nullable Path config;

    /**
     * The options that these arguments stand for, as the command line reads them.
     *
     * @throws UsageException when they cannot be meant
     */
    public static TckOptions parse(String... arguments) {
        CommandLine commandLine = new CommandLine(new VerifyCommand());
        commandLine.setExpandAtFiles(false);
        commandLine.setDefaultValueProvider(Defaults.of(System.getenv(), arguments));
        try {
            commandLine.parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(Main.message(e));
        }
        return commandLine.<VerifyCommand>getCommand().options();
    }

    @Override
    public Integer call() {
        TckOptions options = options();
        try (LastOrders orders = LastOrders.armed()) {
            Report report = judged(options, orders.interruption());
            TextReport.write(report, options.reports(), spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return report.verdict().exitCode();
        }
    }

    /** The progress line is gone before the verdict is printed. */
    private static Report judged(TckOptions options, Interruption interruption) {
        try (ConsoleProgress progress = ConsoleProgress.onThisTerminal()) {
            return Tck.run(options, progress, interruption);
        }
    }

    private TckOptions options() {
        return new TckOptions(
                target.target(),
                container.container(target.text()),
                Profile.named(profile)
                        .orElseThrow(
                                () -> Values.unknown("--profile", profile, words(Profile.values(), Profile::word))),
                Optional.ofNullable(runtimeVersion).map(v -> Values.of("--runtime-version", v, ApiVersion::parse)),
                claim.operations(),
                Optional.ofNullable(content),
                Optional.ofNullable(clock),
                requireObserved,
                run,
                skip,
                strict,
                Optional.ofNullable(knownFailing),
                updateKnownFailing,
                Optional.ofNullable(knownFlaky),
                Optional.ofNullable(baseline),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                sequences == null ? OptionalInt.empty() : OptionalInt.of(sequences),
                parallel(),
                requests.timeout(),
                failFast,
                claim.waitForTarget(),
                requests.headers(),
                !noCaseHeader,
                target.tls(),
                guest.bounds(),
                guest.keep(),
                guest.shard(),
                reports);
    }

    private int parallel() {
        if (parallel != null) {
            return parallel;
        }
        return target.text() == null ? AT_HOME : AS_A_GUEST;
    }

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).toList();
    }
}
