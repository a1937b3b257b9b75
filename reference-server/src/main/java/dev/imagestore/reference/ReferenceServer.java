package dev.imagestore.reference;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.mutants.Mutant;
import dev.imagestore.reference.mutants.Mutants;
import dev.imagestore.reference.request.ApiVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. The first line on stdout says where it listens; everything else goes to stderr. */
@Command(
        name = "reference-server",
        description = "A reference server for the chunked upload API of the Service Fabric image store.",
        mixinStandardHelpOptions = true,
        versionProvider = ReferenceServer.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ReferenceServer implements Callable<Integer>, IVersionProvider {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "19080",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder to keep files in (default: a temporary one, removed at exit).")
    private @Nullable Path data;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "documented",
            description = "What to be true to: documented, service-fabric or strict-http (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--runtime-version",
            paramLabel = "V",
            defaultValue = "6.5",
            description = "The highest api-version that is accepted (default: ${DEFAULT-VALUE}).")
    private String runtimeVersion;

    @Option(
            names = "--cluster-id",
            paramLabel = "ID",
            description = "Refuse requests whose ClusterId field is another one (default: take them all).")
    private @Nullable String clusterId;

    @Option(names = "--oracle", description = "Serve the bytes of published files at GET /_content/{path}.")
    private boolean oracle;

    @Option(
            names = "--clock",
            description = "Serve POST /_clock?advance=SECONDS, which moves the server's time forward.")
    private boolean clock;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            split = ",",
            description = "Use a freedom that the profile leaves; may be repeated, of opposites the last one counts.")
    private List<String> variants = List.of();

    @Option(names = "--mutant", paramLabel = "NAME", description = "Build in one deliberate defect.")
    private @Nullable String mutant;

    @Option(names = "--list-variants", description = "List the variants and exit.")
    private boolean listVariants;

    @Option(names = "--list-mutants", description = "List the mutants and exit.")
    private boolean listMutants;

    @Option(names = "--json", description = "List as JSON.")
    private boolean json;

    @Option(names = "--exit-with-stdin", description = "Exit when stdin ends, as it does when a parent process dies.")
    private boolean exitWithStdin;

    @Option(
            names = "--force",
            description = "Take --oracle, --clock, --mutant and --variant on an address that is not loopback too.")
    private boolean force;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private LogOptions log;

    @Mixin
    private TlsOptions tls;

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ReferenceServer());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, args) -> {
            line.getErr().println(oneLine(fault));
            return CommandLine.ExitCode.USAGE;
        });
        return line;
    }

    private static String oneLine(ParameterException fault) {
        List<String> meant =
                fault instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String message = String.valueOf(fault.getMessage());
        return meant.isEmpty() ? message : message + Names.meant(meant);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"imagestore-reference " + Plan.version()};
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (json && !listVariants && !listMutants) {
            throw wrong("--json says how to list; expected --list-variants or --list-mutants with it");
        }
        if (listVariants || listMutants) {
            list();
            return CommandLine.ExitCode.OK;
        }
        Plan plan = plan();
        requireHarmless(plan);
        log.apply();
        PrintWriter err = command.commandLine().getErr();
        StoreFolder folder = folder();
        RunningServer server;
        try {
            server = RunningServer.start(plan, folder.path(), Clock.tickMillis(ZoneOffset.UTC));
        } catch (IOException e) {
            folder.close();
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (folder.temporary()) {
            err.println("files are kept in " + folder.path() + " until exit");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder, err), "stop"));
        announce(server, plan);
        if (exitWithStdin) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            new CountDownLatch(1).await();
        }
        return CommandLine.ExitCode.OK;
    }

    private void list() {
        Inventory inventory =
                new Inventory(listVariants ? Variant.all() : List.of(), listMutants ? Mutants.all() : List.of());
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            inventory.printJson(out);
        } else {
            inventory.print(out);
        }
    }

    private StoreFolder folder() {
        try {
            return data == null ? StoreFolder.passing() : StoreFolder.lasting(data);
        } catch (IOException e) {
            throw wrong("cannot make a temporary folder: " + e + "; give one with --data");
        }
    }

    private void announce(RunningServer server, Plan plan) {
        PrintWriter out = command.commandLine().getOut();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        String scheme = plan.tls().isPresent() ? "https" : "http";
        out.println("listening on " + scheme + "://" + shown + ":"
                + server.address().getPort());
        out.flush();
    }

    /** Runs when the program is told to end, which is no failure: hence the exit code. */
    private static void stop(RunningServer server, StoreFolder folder, PrintWriter err) {
        try {
            server.close();
            folder.close();
        } catch (IOException e) {
            err.println("not all could be cleaned up: " + e.getMessage());
        }
        Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }

    private Plan plan() {
        Behaviour chosen = Behaviour.ofProfile(profile)
                .orElseThrow(() -> wrong(Names.unknown("profile", profile, Behaviour.profiles())));
        List<Variant> freedoms = variants.stream()
                .map(name ->
                        Variant.named(name).orElseThrow(() -> wrong(Names.unknown("variant", name, Variant.names()))))
                .toList();
        Optional<Mutant> defect = Optional.ofNullable(mutant)
                .map(name ->
                        Mutants.named(name).orElseThrow(() -> wrong(Names.unknown("mutant", name, Mutants.names()))));
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            ApiVersion runtime = ApiVersion.parse(runtimeVersion);
            return new Plan(
                    address,
                    chosen,
                    freedoms,
                    defect,
                    runtime,
                    Optional.ofNullable(clusterId),
                    oracle,
                    clock,
                    limits.limits(),
                    limits.times(),
                    tls.tls());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** Who can reach the server must not be able to read it whole or set its clock, nor take it for a sound one. */
    private void requireHarmless(Plan plan) {
        boolean harmless =
                !oracle && !clock && plan.variants().isEmpty() && plan.mutant().isEmpty();
        InetAddress reached = plan.address().getAddress();
        if (!force && !harmless && reached != null && !reached.isLoopbackAddress()) {
            throw wrong("--oracle, --clock, --mutant and --variant are for tests, and " + host
                    + " can be reached by others; expected a loopback address, or --force");
        }
    }

    private ParameterException wrong(@Nullable String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
