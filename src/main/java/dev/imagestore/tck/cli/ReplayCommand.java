package dev.imagestore.tck.cli;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.conformance.Catalogue;
import dev.imagestore.tck.conformance.Rule;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.report.ReplayFiles;
import dev.imagestore.tck.report.ReplayText;
import dev.imagestore.tck.subject.Oracles;
import dev.imagestore.tck.traffic.replay.Pace;
import dev.imagestore.tck.traffic.replay.Replay;
import dev.imagestore.tck.traffic.replay.ReplayProgress;
import dev.imagestore.tck.traffic.replay.ReplaySettings;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: drives a recording at a target and compares. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Drives a recording at a target, with session ids and paths of its own, and compares every answer; with",
            "--content also every stored byte."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:identical",
            "1:different",
            "2:an option that cannot be meant, or a bad recording; no reports",
            "3:target unreachable, or lost",
            "4:inconclusive: nothing was compared, or the replay was not true to its plan",
            "5:an error of the suite"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final long LONG = 128 << 20; // lines of some 170,000 exchanges, which repay the optimising compiler

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the recording")
    private Path recording = Path.of("");

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Option(
            names = "--content",
            paramLabel = "TEMPLATE",
            description = "where the bytes of a stored file can be read, such as http://host/raw/{path}")
    private @Nullable String content;

    @Option(
            names = "--speed",
            paramLabel = "S",
            description = "1x (default), 4x, 0.5x: as it was recorded, so many times as fast; or max")
    private @Nullable String speed;

    @Option(names = "--rate", paramLabel = "R", description = "exchanges a second, whatever becomes of them")
    private @Nullable Double rate;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "how many at most (twice as many as overlapped when recorded, at least 8)")
    private @Nullable Integer connections;

    @Option(
            names = "--loops",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often, each time with ids and paths of its own (${DEFAULT-VALUE})")
    private int loops;

    @Option(names = "--seed", paramLabel = "N", description = "governs the session ids (random, and reported)")
    private @Nullable Long seed;

    @Option(
            names = "--ignore",
            paramLabel = "RULES",
            split = ",",
            description = {
                "differences that do not count: a requirement (PUT-04, QRY-*), a kind (status, code, body, session, answer,",
                "content) or both (code:QRY-05); the report shows what each rule hid"
            })
    private List<String> ignore = new ArrayList<>();

    @Option(names = "--skip-damaged", description = "leave out damaged lines of the recording, and count them")
    private boolean skipDamaged;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "reports",
            description = "where to write (${DEFAULT-VALUE}/)")
    private Path reports = Path.of("reports");

    @Option(names = "--config", paramLabel = "FILE", description = "YAML with the names of options as keys")
    @SuppressWarnings("UnusedVariable") // it has to be known before the others are parsed: Defaults reads it
    private @Nullable Path config;

    @Override
    public Integer call() {
        ReplaySettings settings = settings();
        if (RecordingReader.size(settings.recording()) < LONG / settings.loops()) {
            ShortLived.spareOptimiser();
        }
        ReplayReport report = replayed(settings);
        Map<String, String> sentences = sentences(report);
        ReplayFiles.write(report, reports, sentences);
        ReplayText.write(report, reports, sentences, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return report.verdict().exitCode();
    }

    /** What the requirements say that something differs about. */
    private static Map<String, String> sentences(ReplayReport report) {
        return report.byRequirement().isEmpty()
                ? Map.of()
                : Catalogue.load().rules().stream().collect(Collectors.toMap(Rule::id, Rule::text));
    }

    private static ReplayReport replayed(ReplaySettings settings) {
        try (LiveLine line = LiveLine.onThisTerminal()) {
            return Replay.run(settings, now -> line.show(words(now)));
        }
    }

    private static String words(ReplayProgress.Now now) {
        double rate = now.seconds() == 0 ? 0 : now.done() / now.seconds();
        double left = rate == 0 ? 0 : (now.all() - now.done()) / rate;
        return String.format(
                Locale.ROOT,
                "%d of %d exchanges, %.0f/s, %.1f MB, lag %.1f ms, %d differences, %.0f s left",
                now.done(),
                now.all(),
                rate,
                now.bytes() / 1e6,
                now.lagMicros() / 1e3,
                now.differences(),
                left);
    }

    private ReplaySettings settings() {
        SecureRandom random = new SecureRandom();
        Endpoint server = target.needed();
        Duration patience = requests.timeout();
        if (patience.isZero()) {
            throw new UsageException("--timeout: expected more than nothing, such as 10s");
        }
        Tls tls = target.tls();
        boolean secureContent = content != null && content.startsWith("https://");
        Values.checked(() -> tls.check(server.secure() || secureContent, "--target or --content"));
        if (content != null) {
            Values.of("--content", content, template -> {
                Oracles.of(template, patience, tls).close();
                return template;
            });
        }
        return new ReplaySettings(
                recording,
                server,
                Optional.ofNullable(content),
                pace(),
                connections == null ? OptionalInt.empty() : OptionalInt.of(atLeastOne("--connections", connections)),
                atLeastOne("--loops", loops),
                seed == null ? random.nextInt(1_000_000) : seed,
                HexFormat.of().formatHex(random.generateSeed(4)),
                patience,
                requests.headers(),
                tls,
                ignore,
                skipDamaged);
    }

    private Pace pace() {
        if (speed != null && rate != null) {
            throw new UsageException("--speed and --rate: expected one of them");
        }
        return rate != null
                ? Values.of("--rate", rate.toString(), text -> new Pace.Rate(Double.parseDouble(text)))
                : Values.of("--speed", speed == null ? "1x" : speed, Pace::parse);
    }

    private static int atLeastOne(String option, int given) {
        if (given < 1) {
            throw new UsageException("%s %d: expected 1 or more".formatted(option, given));
        }
        return given;
    }
}
