package dev.imagestore.tck;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.report.ReplayFiles;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.traffic.format.Generation;
import dev.imagestore.tck.traffic.format.Generator;
import dev.imagestore.tck.traffic.format.HarExport;
import dev.imagestore.tck.traffic.format.HarImport;
import dev.imagestore.tck.traffic.replay.Pace;
import dev.imagestore.tck.traffic.replay.Replay;
import dev.imagestore.tck.traffic.replay.ReplayProgress;
import dev.imagestore.tck.traffic.replay.ReplaySettings;
import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.verdict.ReplayVerdict;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays at the bundled server, right and broken. */
class ReplayIT {

    private static final String S = "00112233-4455-6677-8899-aabbccddeeff";
    private static final String T = "10112233-4455-6677-8899-aabbccddeeff";

    @TempDir
    private Path folder = Path.of("");

    private long clock;

    @Test
    void aRightServerIsIdenticalInEveryLoop() throws IOException {
        Generator.generate(
                new Generation(4, 100_000, 16_000, Generation.Order.SHUFFLE, 4, 1000, 1, OptionalLong.empty(), true),
                folder);
        ReplayReport report = replayed(3);

        assertThat(report.verdict().status()).as("%s", report).isEqualTo(ReplayVerdict.Status.IDENTICAL);
        assertThat(report.counts().sent()).isEqualTo(3 * 4 * 8);
        assertThat(report.content().identical()).isEqualTo(12);
        assertThat(Files.readString(written(report))).contains("\"identical\" : 12");
    }

    /** Recorded from curl and from a Python client; the repository is the working directory. */
    @Test
    void theSampleIsIdentical() {
        try (BundledServer bundled = BundledServer.start(List.of())) {
            ReplayReport report = Replay.run(
                    settings(
                            Path.of("samples/two-clients"),
                            bundled.url(),
                            Optional.of(bundled.url() + "/_content/{path}"),
                            1),
                    ReplayProgress.NONE);

            assertThat(report.differences()).isEmpty();
            assertThat(report.verdict().exitCode()).isZero();
            assertThat(report.counts().compared()).isEqualTo(15);
            assertThat(report.content().identical()).isEqualTo(2);
        }
    }

    @Test
    void aHarOfTheSampleIsIdenticalToo() {
        Path har = folder.resolve("sample.har");
        HarExport.export(Path.of("samples/two-clients"), har, false);
        HarImport.read(har, folder);
        ReplayReport report = replayed(1);

        assertThat(report.verdict().exitCode()).as("%s", report.differences()).isZero();
        assertThat(report.content().identical()).isEqualTo(2);
    }

    /**
     * Written by the browsers: Firefox lacks half a character at the end of a chunk, Chromium all that is no text. The page
     * that Chromium showed did not wait for the bodies of answers.
     */
    @ParameterizedTest
    @CsvSource({
        "firefox.har, 19, 2, 1, web/emoji.txt",
        "chromium.har, 15, 1, 4, web/data.bin web/emoji.txt",
    })
    void aHarOfABrowserIsIdenticalAsFarAsItHasTheBytes(
            String name, long exchanges, long others, long disagreeing, String notJudged) throws URISyntaxException {
        URL har = requireNonNull(ReplayIT.class.getResource("traffic/" + name));
        HarImport.Found found = HarImport.read(Path.of(har.toURI()), folder);
        ReplayReport report = replayed(1);

        assertThat(found).isEqualTo(new HarImport.Found(exchanges, others, 0, disagreeing, 0));
        assertThat(report.verdict().exitCode()).as("%s", report.differences()).isZero();
        assertThat(report.counts().compared()).isEqualTo(exchanges);
        assertThat(report.counts().raced()).isZero();
        assertThat(report.content().identical())
                .isEqualTo(4 - report.content().notJudged())
                .isPositive();
        assertThat(report.content().paths().stream()
                        .filter(path -> path.state() == PathContent.State.NOT_JUDGED)
                        .map(PathContent::path)
                        .sorted())
                .containsExactly(notJudged.split(" "));
    }

    @Test
    void theReportFollowsItsSchema() throws IOException {
        gap();
        ReplayReport report = replayed(1, "--mutant", "gap-accepted");

        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReplayFiles.class.getResourceAsStream("replay-report.schema.json"));
        assertThat(schema.validate(Files.readString(written(report)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aServerThatJoinsInTheOrderOfArrivalHasShiftedBytes() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(chunk(recording, S, 500, 999, 1000, 1));
            recording.add(chunk(recording, S, 0, 499, 1000, 1));
            recording.add(commit(S, 200));
        }
        assertThat(replayed(1).verdict().exitCode()).isZero();
        assertThat(damage(replayed(1, "--mutant", "arrival-order")))
                .containsExactly("shifted 0-499 from 500", "shifted 500-999 from 0");
    }

    @Test
    void aServerThatKeepsTheTailHasStaleBytes() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(chunk(recording, S, 0, 999, 1000, 1));
            recording.add(commit(S, 200));
            recording.add(chunk(recording, T, 0, 599, 600, 2));
            recording.add(commit(T, 200));
        }
        assertThat(replayed(1).verdict().exitCode()).isZero();
        assertThat(damage(replayed(1, "--mutant", "tail-kept"))).containsExactly("stale 600-999");
    }

    @Test
    void aServerThatCommitsGapsPublishesWhatItShouldNot() {
        gap();
        assertThat(replayed(1).verdict().exitCode()).isZero();

        ReplayReport report = replayed(1, "--mutant", "gap-accepted");
        assertThat(report.byRequirement().keySet()).contains("COM-04");
        assertThat(report.content().paths())
                .extracting(PathContent::state)
                .containsExactly(PathContent.State.UNEXPECTED);
    }

    @Test
    void aServerThatCountsCutBodiesIsFoundOut() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(chunk(recording, S, 0, 499, 1000, 1));
            SentRequest whole = chunk(recording, S, 500, 999, 1000, 1).request();
            BodyDigest half = store(recording, FileContent.seeded(1, 1000), 500, 200);
            recording.add(exchange(
                    new SentRequest(whole.method(), whole.target(), whole.headers(), 500, half, false),
                    Optional.empty(),
                    Ending.CUT));
            recording.add(commit(S, 400));
        }
        assertThat(replayed(1).verdict().exitCode()).isZero();
        assertThat(replayed(1, "--mutant", "cut-body-counted").byRequirement().keySet())
                .contains("CHK-13")
                .doesNotContain("COM-04", "QRY-03");
    }

    @Test
    void withoutAnOracleTheStoredBytesAreNotObserved() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(chunk(recording, S, 0, 99, 100, 1));
        }
        try (BundledServer server = BundledServer.start(List.of())) {
            ReplayReport report = Replay.run(settings(server.url(), Optional.empty(), 1), ReplayProgress.NONE);
            assertThat(report.verdict().exitCode()).isZero();
            assertThat(report.verdict().reason()).contains("not observed");
        }
    }

    @Test
    void aTargetThatIsNotThereIsLost() {
        Generator.generate(
                new Generation(40, 10, 10, Generation.Order.FORWARD, 4, 1000, 1, OptionalLong.empty(), true), folder);
        ReplayReport report = Replay.run(settings("http://127.0.0.1:1", Optional.empty(), 1), ReplayProgress.NONE);

        assertThat(report.verdict().exitCode()).isEqualTo(3);
    }

    @Test
    void aTargetThatIsNotThereIsUnreachableHoweverLittleWasAsked() {
        gap();
        ReplayReport report = Replay.run(settings("http://127.0.0.1:1", Optional.empty(), 1), ReplayProgress.NONE);

        assertThat(report.verdict().exitCode()).isEqualTo(3);
        assertThat(report.verdict().reason()).startsWith("target unreachable: ");
    }

    private void gap() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(chunk(recording, S, 0, 499, 1000, 1));
            recording.add(commit(S, 400));
        }
    }

    private static List<String> damage(ReplayReport report) {
        assertThat(report.verdict().exitCode()).isEqualTo(1);
        return report.content().paths().stream()
                .flatMap(path -> path.damage().stream())
                .map(Damage::toString)
                .toList();
    }

    @Test
    void aPathThatNoOracleTakesIsNotJudged() {
        try (Recording recording = Recording.create(folder)) {
            SentRequest chunk = chunk(recording, S, 0, 9, 10, 1).request();
            recording.add(exchange(
                    new SentRequest(
                            "PUT",
                            "/ImageStore/$/UploadChunk?api-version=6.0&session-id=" + S,
                            chunk.headers(),
                            chunk.declaredLength(),
                            chunk.body(),
                            true),
                    answer(400),
                    Ending.COMPLETE));
        }
        ReplayReport report = replayed(1);

        assertThat(report.content().paths())
                .extracting(PathContent::path, PathContent::state)
                .containsExactly(Tuple.tuple("", PathContent.State.NOT_JUDGED));
        assertThat(report.content().paths().get(0).reason()).contains("the content oracle answered 400");
    }

    private ReplayReport replayed(int loops, String... server) {
        try (BundledServer bundled = BundledServer.start(List.of(server))) {
            return Replay.run(
                    settings(bundled.url(), Optional.of(bundled.url() + "/_content/{path}"), loops),
                    ReplayProgress.NONE);
        }
    }

    private ReplaySettings settings(String url, Optional<String> content, int loops) {
        return settings(folder, url, content, loops);
    }

    private static ReplaySettings settings(Path recording, String url, Optional<String> content, int loops) {
        return new ReplaySettings(
                recording,
                Endpoint.parse(url),
                content,
                new Pace.Max(),
                OptionalInt.empty(),
                loops,
                1,
                "it",
                Duration.ofSeconds(20),
                List.of(),
                Tls.DEFAULT,
                List.of("code"),
                false);
    }

    private Path written(ReplayReport report) {
        Path reports = folder.resolve("reports");
        ReplayFiles.write(report, reports, Map.of());
        return reports.resolve("replay-report.json");
    }

    private Exchange chunk(Recording recording, String session, long first, long last, long total, long seed) {
        long length = last - first + 1;
        BodyDigest body = store(recording, FileContent.seeded(seed, total), first, length);
        return exchange(
                new SentRequest(
                        "PUT",
                        "/ImageStore/a/b/$/UploadChunk?api-version=6.0&session-id=" + session,
                        List.of(
                                new Header("Content-Range", "bytes %d-%d/%d".formatted(first, last, total)),
                                new Header("Content-Length", Long.toString(length))),
                        length,
                        body,
                        true),
                answer(200),
                Ending.COMPLETE);
    }

    private Exchange commit(String session, int status) {
        return exchange(
                new SentRequest(
                        "POST",
                        "/ImageStore/$/CommitUploadSession?api-version=6.0&session-id=" + session,
                        List.of(new Header("Content-Length", "0")),
                        0,
                        BodyDigest.EMPTY,
                        true),
                answer(status),
                Ending.COMPLETE);
    }

    private static Optional<Answer> answer(int status) {
        return Optional.of(new Answer(status, "", List.of(), BodyDigest.EMPTY, new byte[0]));
    }

    private Exchange exchange(SentRequest request, Optional<Answer> answer, Ending ending) {
        clock++;
        return new Exchange(
                clock,
                "",
                1,
                Instant.EPOCH.plusMillis(10 * clock),
                request,
                answer,
                ending,
                Optional.empty(),
                Duration.ofMillis(1),
                Duration.ofMillis(5));
    }

    private static BodyDigest store(Recording recording, FileContent content, long first, long length) {
        ByteBuffer octets = ByteBuffer.allocate((int) length);
        content.read(first, octets);
        try (BodyStore.Sink sink = recording.bodies().open()) {
            sink.write(octets.flip());
            return sink.finish();
        }
    }
}
