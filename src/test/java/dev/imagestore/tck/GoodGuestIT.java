package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.cli.Main;
import dev.imagestore.tck.conformance.Footprint;
import dev.imagestore.tck.conformance.Interruption;
import dev.imagestore.tck.conformance.Progress;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.report.ReportCheck;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a target sees of a run that is bounded, kept, ended early, killed or shared. */
@Timeout(240)
class GoodGuestIT {

    private static final String SOME = "CR-0*,COM-*,SID-*";
    private static final BundledServer SERVER = BundledServer.start(List.of());

    @TempDir
    private Path reports = Path.of("");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void boundsAreInTheFootprintAndWhatIsBeyondThemIsUntested() {
        AtomicReference<String> line = new AtomicReference<>("");
        Progress progress = new Progress() {
            @Override
            public void begins(Footprint footprint, int cases) {
                line.set(footprint.toString());
            }

            @Override
            public void finished(CaseResult result) {
                // only the footprint matters
            }
        };

        Report report = Tck.run(
                options()
                        .with("--max-bytes", "1m")
                        .with("--max-declared", "64m")
                        .build(),
                progress);

        assertThat(line.get()).contains("at most 1 MiB; the largest declared length is 64 MiB");
        assertThat(report.cases())
                .filteredOn(c -> c.reason().orElse("").contains("--max-bytes"))
                .isNotEmpty()
                .extracting(CaseResult::outcome)
                .containsOnly(Outcome.UNTESTED);
    }

    @Test
    void whatIsKeptCanBeCleanedLater() throws IOException, InterruptedException {
        Report report = Tck.run(options().with("--keep", "true").build());
        String folder = "tck-" + report.run().id();

        assertThat(report.leftBehind()).hasSize(2).allMatch(left -> left.contains("(kept)"));
        assertThat(listing()).contains(folder);
        assertThat(openSessionsOf(report)).isPositive();

        assertThat(clean(report.run().id())).isZero();
        assertThat(listing()).doesNotContain(folder);
        assertThat(openSessionsOf(report)).isZero();
    }

    @Test
    void aRunThatIsInterruptedCleansUpAndSaysSo() throws IOException, InterruptedException {
        Interruption interruption = new Interruption();
        AtomicInteger finished = new AtomicInteger();
        Progress progress = new Progress() {
            @Override
            public void begins(Footprint footprint, int cases) {
                // not before some cases have ended
            }

            @Override
            public void finished(CaseResult result) {
                if (finished.incrementAndGet() == 30) {
                    interruption.request();
                }
            }
        };

        Report report = Tck.run(options().build(), progress, interruption);

        assertThat(report.run().complete()).isFalse();
        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(report.verdict().sentence()).contains("the run was interrupted");
        assertThat(report.leftBehind()).isEmpty();
        assertThat(listing()).doesNotContain("tck-" + report.run().id());
        assertThat(openSessionsOf(report)).isZero();
    }

    @Test
    void aSignalEndsARunInOrder() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName(), "verify"));
        command.addAll(List.of("--target", SERVER.url(), "--reports", reports.toString()));
        Process run = new ProcessBuilder(command)
                .redirectOutput(reports.resolve("out").toFile())
                .start();
        BufferedReader stderr = run.errorReader(StandardCharsets.UTF_8);

        assertThat(stderr.readLine()).startsWith("writes below tck-");
        Path traffic = reports.resolve("exchanges").resolve("traffic.jsonl");
        while (Files.size(traffic) < 100_000) {
            Thread.onSpinWait();
        }
        run.toHandle().destroy();
        List<String> rest = stderr.lines().toList();

        assertThat(run.waitFor()).isEqualTo(128 + 15);
        assertThat(rest).contains("interrupted: removing what the run has stored");
        assertThat(Files.readString(reports.resolve("conformance-report.json"))).contains("\"complete\" : false");
        assertThat(Files.readString(reports.resolve("out"))).contains("the run was interrupted");
        assertThat(listing()).doesNotContain("tck-" + id());
    }

    @Test
    void partsMakeTheReportOfTheWholeRun() throws IOException {
        String cases = "CR-0*,COM-*,SID-*,QRY-03,ERR-*";
        try (BundledServer odd = BundledServer.start(List.of("--profile", "service-fabric"))) {
            Tck.run(shared(SERVER, cases, "1/1", "baseline").build());
            Path known = Files.writeString(reports.resolve("known.txt"), "CR-04/the-first-chunk\nCR-01\n");
            Report expected = Tck.run(judged(shared(odd, cases, "1/1", "whole"), known));
            Tck.run(judged(shared(odd, cases, "1/2", "first"), known));
            Tck.run(judged(shared(odd, cases, "2/2", "second"), known));

            int exitCode = Main.run("merge", at("second"), at("first"), "--reports", at("merged"));

            assertThat(expected.verdict().blamed()).isNotEmpty();
            assertThat(expected.verdict().unmet()).isNotEmpty();
            assertThat(expected.cases()).anyMatch(CaseResult::known);
            assertThat(expected.changes().orElseThrow().broken()).isNotEmpty();
            assertThat(exitCode).isEqualTo(expected.verdict().exitCode());
            assertThat(comparable("merged")).isEqualTo(comparable("whole"));
            assertThat(Recording.read(reports.resolve("merged/exchanges")).map(Exchange::number))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(100);
            assertThat(reproductions("merged"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(reproductions("whole"));
            assertThat(Files.readString(reports.resolve("merged/report.html"))).contains("ol class=\"timeline\"");
            assertThat(ReportCheck.of(Files.readString(reports.resolve("merged/conformance-report.json")))
                            .defects())
                    .isEmpty();
        }
    }

    @Test
    void whatAreNotAllPartsOfOneRunIsRefused() {
        Tck.run(shared(SERVER, "CR-04", "1/2", "first").build());

        assertThatThrownBy(() -> Shards.merge(List.of(reports.resolve("first")), reports.resolve("merged")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the run lacks part 2/2");
        assertThat(reports.resolve("merged")).doesNotExist();

        Tck.run(shared(SERVER, 8, "CR-04", "2/2", "second").build());

        assertThatThrownBy(() -> Shards.merge(
                        List.of(reports.resolve("first"), reports.resolve("second")), reports.resolve("merged")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the reports are of seeds that differ: 7 and 8");
    }

    private TckOptions judged(Options options, Path known) {
        return options.with("--known-failing", known.toString())
                .with(
                        "--baseline",
                        reports.resolve("baseline/conformance-report.json").toString())
                .build();
    }

    private List<String> reproductions(String folder) throws IOException {
        try (Stream<Path> cases = Files.list(reports.resolve(folder).resolve("repro"))) {
            return cases.filter(c -> Files.isExecutable(c.resolve("run.sh")))
                    .map(c -> c.getFileName().toString())
                    .toList();
        }
    }

    private Options shared(BundledServer target, String cases, String shard, String folder) {
        return shared(target, 7, cases, shard, folder);
    }

    private Options shared(BundledServer target, long seed, String cases, String shard, String folder) {
        return Options.bundled(target)
                .seed(seed)
                .reports(reports.resolve(folder))
                .with("--run", cases)
                .with("--shard", shard);
    }

    private String at(String folder) {
        return reports.resolve(folder).toString();
    }

    /**
     * The report without times, names that are fresh in each run, places in the recording, and what the whole run saw
     * first, where and how often, for that is of chance.
     */
    private String comparable(String folder) throws IOException {
        return Files.readString(reports.resolve(folder).resolve("conformance-report.json"))
                .replaceAll("(?s)\"run\" : \\{.*?}", "")
                .replaceAll("(?s)\"exchanges\" : \\[.*?]", "")
                .replaceAll("\"durationMs\" : \\d+", "")
                .replaceAll("\"[^\"]+, in [^\"]+ and \\d+ more times", "\"")
                .replaceAll("tck-[0-9a-f]{8}", "tck");
    }

    private Options options() {
        return Options.against(SERVER.url()).seed(7).reports(reports).with("--run", SOME);
    }

    private int clean(String run) {
        return Main.run("clean", "--target", SERVER.url(), "--run", run, "--reports", reports.toString());
    }

    private String id() throws IOException {
        return Files.readString(reports.resolve("conformance-report.json"))
                .replaceFirst("(?s).*?\"run\" : \\{\\s*\"id\" : \"([^\"]+)\".*", "$1");
    }

    private static String listing() throws IOException, InterruptedException {
        return get("/ImageStore?api-version=6.4");
    }

    /** How many sessions of the run's recording the target still knows. */
    private long openSessionsOf(Report report) throws IOException, InterruptedException {
        String traffic = Files.readString(reports.resolve("exchanges").resolve("traffic.jsonl"));
        List<String> ids = Pattern.compile("UploadChunk\\?[^\"]*session-id=([0-9a-f-]{36})")
                .matcher(traffic)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        long open = 0;
        for (String id : ids) {
            String answer = get("/ImageStore/$/GetUploadSession?api-version=6.0&session-id=" + id);
            open += answer.contains("tck-" + report.run().id()) ? 1 : 0;
        }
        return open;
    }

    private static String get(String target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER.url() + target.replace("$", "%24")))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
