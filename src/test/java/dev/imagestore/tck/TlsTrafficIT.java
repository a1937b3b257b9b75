package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.report.ReplayFiles;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.traffic.capture.Capture;
import dev.imagestore.tck.traffic.capture.CaptureSettings;
import dev.imagestore.tck.traffic.format.Generation;
import dev.imagestore.tck.traffic.format.Generator;
import dev.imagestore.tck.traffic.replay.Pace;
import dev.imagestore.tck.traffic.replay.Replay;
import dev.imagestore.tck.traffic.replay.ReplayProgress;
import dev.imagestore.tck.traffic.replay.ReplaySettings;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.ServerTls;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traffic is recorded and replayed behind TLS as it is without. */
@Timeout(300)
class TlsTrafficIT {

    /** Recorded from curl and from a Python client; the repository is the working directory. */
    private static final Path SAMPLE = Path.of("samples/two-clients");

    private static final String SECRET = "s3cret-0f-the-client";
    private static final Path EMPTY = Path.of("");

    private static Certificates made = new Certificates(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY);
    private static Optional<BundledServer> server = Optional.empty();

    @TempDir
    private Path folder = EMPTY;

    @BeforeAll
    static void start(@TempDir Path certificates) throws Exception {
        made = Certificates.in(certificates);
        server = Optional.of(BundledServer.start(made.serverOptions()));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(BundledServer::close);
    }

    @Test
    void theSampleIsIdentical() {
        assertIdentical(replayed(SAMPLE, url(), made.client()), 15, 2);
    }

    @Test
    void bodiesThatAreNotKeptInMemoryAreIdentical() {
        Generator.generate(
                new Generation(3, 2_000_000, 400_000, Generation.Order.SHUFFLE, 3, 1000, 1, OptionalLong.empty(), true),
                folder);

        ReplayReport report = replayed(folder, url(), made.client());

        assertThat(report.verdict().exitCode()).as("%s", report.differences()).isZero();
        assertThat(report.content().identical()).isEqualTo(3);
    }

    @Test
    void whatIsRecordedBetweenTwoSidesOfTlsCanBeReplayed() throws IOException {
        Path sent = folder.resolve("sent");
        Path recorded = folder.resolve("recorded");
        Generator.generate(
                new Generation(2, 1_200_000, 400_000, Generation.Order.SHUFFLE, 2, 1000, 1, OptionalLong.empty(), true),
                sent);
        ReplayReport through;
        try (Capture capture = Capture.start(new CaptureSettings(
                "127.0.0.1",
                0,
                Endpoint.parse(url()),
                made.client(),
                Optional.of(new ServerTls(made.serverCert(), made.serverKey())),
                recorded,
                List.of("X-Token")))) {
            assertThat(capture.url()).startsWith("https://127.0.0.1:");
            through = replayed(sent, capture.url(), trusting(), Optional.empty());
        }
        ReplayFiles.write(through, folder.resolve("reports"), Map.of());
        ReplayReport again = replayed(recorded, url(), made.client());

        assertThat(through.verdict().exitCode()).as("%s", through.differences()).isZero();
        assertThat(again.verdict().exitCode()).as("%s", again.differences()).isZero();
        assertThat(again.counts().sent()).isEqualTo(through.counts().sent());
        assertThat(again.content().identical()).isEqualTo(2);
        assertThat(text(recorded.resolve("traffic.jsonl"))).contains("X-Token").doesNotContain(SECRET);
        try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
            assertThat(reports.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(text(file)).doesNotContain(SECRET));
        }
    }

    @Test
    void aClientWithoutItsCertificateIsDifferent() {
        ReplayReport report = replayed(SAMPLE, url(), trusting(), Optional.empty());

        assertThat(report.verdict().exitCode()).isEqualTo(1);
        assertThat(report.differences())
                .anySatisfy(d -> assertThat(d.observed()).contains("403"));
    }

    @Test
    void aServerThatIsNotTrustedIsUnreachable() {
        ReplayReport report = replayed(SAMPLE, url(), Tls.DEFAULT, Optional.empty());

        assertThat(report.verdict().exitCode()).isEqualTo(3);
        assertThat(report.verdict().reason())
                .startsWith("target unreachable: https://")
                .contains("TLS: ", "do --cacert, --cert and --key fit it?");
    }

    private static void assertIdentical(ReplayReport report, long compared, long files) {
        assertThat(report.differences()).isEmpty();
        assertThat(report.verdict().exitCode()).isZero();
        assertThat(report.counts().compared()).isEqualTo(compared);
        assertThat(report.content().identical()).isEqualTo(files);
    }

    private static ReplayReport replayed(Path recording, String url, Tls tls) {
        return replayed(recording, url, tls, Optional.of(url + "/_content/{path}"));
    }

    private static ReplayReport replayed(Path recording, String url, Tls tls, Optional<String> content) {
        return Replay.run(
                new ReplaySettings(
                        recording,
                        Endpoint.parse(url),
                        content,
                        new Pace.Max(),
                        OptionalInt.empty(),
                        1,
                        1,
                        "it" + System.nanoTime(),
                        Duration.ofSeconds(20),
                        List.of(new Header("X-Token", SECRET)),
                        tls,
                        List.of("code"),
                        false),
                ReplayProgress.NONE);
    }

    private static Tls trusting() {
        return new Tls(Optional.of(made.ca()), Optional.empty(), Optional.empty(), false);
    }

    private static String url() {
        return server.orElseThrow().url();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
