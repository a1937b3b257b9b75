package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.traffic.capture.Capture;
import dev.imagestore.tck.traffic.capture.CaptureSettings;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.ServerTls;
import dev.imagestore.tck.wire.Tls;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code record}: a proxy that records, until it is interrupted. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Passes traffic on to a target as it is and records it, until Ctrl-C. A recording that is there is gone on with.",
            "Values of Authorization, Proxy-Authorization, Cookie and Set-Cookie stay out of it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:recorded",
            "2:an option that cannot be meant",
            "5:the recording is incomplete, or an error of the suite"
        })
public final class RecordCommand implements Callable<Integer> {

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;
    private static final int INCOMPLETE = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "where clients go; port 0 is any free one (${DEFAULT-VALUE})")
    private String listen = "";

    @Mixin
    private ListenerTlsOptions listener = new ListenerTlsOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write the recording")
    private Path out = Path.of("");

    @Option(
            names = "--redact",
            paramLabel = "NAMES",
            split = ",",
            description = "further headers whose values stay out of the recording")
    private List<String> redact = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Matcher address = ADDRESS.matcher(listen);
        if (!address.matches() || Integer.parseInt(address.group(3)) > MAX_PORT) {
            throw new UsageException("--listen: \"%s\" is no address; expected HOST:PORT".formatted(listen));
        }
        String host = address.group(1) != null ? address.group(1) : address.group(2);
        Capture capture = Capture.start(settings(host, Integer.parseInt(address.group(3))));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(end(capture)), "end of record"));
        spec.commandLine().getOut().println("listening on " + capture.url());
        spec.commandLine().getOut().flush();
        watch(capture);
        return 0;
    }

    private CaptureSettings settings(String host, int port) {
        Endpoint server = target.needed();
        Tls tls = target.tls();
        Values.checked(() -> tls.check(server.secure(), "--target"));
        Optional<ServerTls> withClients = listener.tls();
        return Values.of(
                "--target",
                server.url(),
                url -> new CaptureSettings(host, port, server, tls, withClients, out, redact));
    }

    /** Until the process is ended. */
    private static void watch(Capture capture) throws InterruptedException {
        boolean told = false;
        CountDownLatch never = new CountDownLatch(1);
        LiveLine line = LiveLine.onThisTerminal();
        while (!never.await(1, TimeUnit.SECONDS)) {
            line.show(words(capture));
            if (!told && capture.incomplete().isPresent()) {
                told = true;
                System.err.println(capture.incomplete().get() + "; traffic still flows");
            }
        }
    }

    private static int end(Capture capture) {
        capture.close();
        PrintStream stderr = System.err;
        stderr.println("recorded " + words(capture));
        capture.incomplete().ifPresent(stderr::println);
        return capture.incomplete().isPresent() ? INCOMPLETE : 0;
    }

    private static String words(Capture capture) {
        return String.format(
                Locale.ROOT,
                "%d exchanges, %.1f MB, %d open sessions",
                capture.exchanges(),
                capture.bytes() / 1e6,
                capture.openSessions());
    }
}
