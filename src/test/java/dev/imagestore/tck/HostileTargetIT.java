package dev.imagestore.tck;

import static dev.imagestore.tck.HostileServer.answer;
import static dev.imagestore.tck.HostileServer.head;
import static dev.imagestore.tck.HostileServer.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.report.TextReport;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that are no image store at all. None may come out as conformant, and none may hold the suite up. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTargetIT {

    private static final String SECRET = "s3cr3t-t0k3n-4711";

    private static final String TOKEN = "k/ey+with=odd&signs 42";
    private static final String COOKIE = "c00k1e-0815-value";
    private static final String SOME = "CR-0*,COM-01,COM-02";

    private static final String TIMEOUT = "1s";

    @TempDir
    private Path reports = Path.of("");

    private String name = "";

    @BeforeEach
    void name(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void deadTargetIsUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        Report report = Tck.run(
                Options.against("http://127.0.0.1:" + port).reports(reports).build());

        assertThat(report.verdict().exitCode()).isEqualTo(3);
        assertThat(report.verdict().sentence()).contains("target unreachable", "Connection refused");
    }

    @Test
    void silentTargetIsUnreachable() throws IOException {
        Report report = judged(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));

        assertThat(report.verdict().exitCode()).isEqualTo(3);
    }

    @Test
    void targetThatFallsSilentIsLostAndBlamedForNothing() throws IOException {
        AtomicInteger met = new AtomicInteger();
        HostileServer.Behaviour silentSoon = socket -> {
            if (met.incrementAndGet() <= 2) {
                answer(socket, "");
            } else {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        };

        Report report = judged(silentSoon, "--run", "COM-0*");

        assertThat(report.verdict().exitCode()).isEqualTo(3);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.verdict().blamed()).isEmpty();
    }

    @Test
    void targetThatLeavesEverySecondRequestUnansweredIsNotWaitedForEachTime() throws IOException {
        AtomicInteger met = new AtomicInteger();
        HostileServer.Behaviour half = socket -> {
            if (met.incrementAndGet() % 2 == 0) {
                answer(socket, "");
            } else {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        };

        Report report = judged(half, "--timeout", "5s", "--wait-for-target", "20s");

        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @Test
    void targetThatIsBusyForGoodIsNotAskedAgainEachTime() throws IOException {
        Report report = judged(socket -> {
            head(socket.getInputStream());
            write(socket, "HTTP/1.1 503 Busy\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });

        assertThat(report.verdict().exitCode()).isIn(1, 4);
    }

    @Test
    void targetThatClosesEveryConnectionIsUnreachable() throws IOException {
        Report report = judged(Socket::close);

        assertThat(report.verdict().exitCode()).isEqualTo(3);
    }

    @Test
    void targetThatAnswersEverythingWithSuccessIsNotConformant() throws IOException {
        Report report = judged(socket -> answer(socket, ""));

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.NON_CONFORMANT);
        assertThat(report.verdict().blamed()).contains("CR-04");
    }

    @Test
    void targetThatAnswersEverythingAlikeIsNotConformantByTheCasesThatItHappensToPass() throws IOException {
        Report report = judged(socket -> answer(socket, ""), "--run", "VER-02/a-commit,TMO-02/a-commit-*");

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
        assertThat(report.verdict().sentence()).contains("answered everything the same way");
    }

    @Test
    void echoIsNotConformant() throws IOException {
        Report report = judged(HostileServer::echo);

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @Test
    void endlessBodyIsNotConformant() throws IOException {
        Report report = judged(HostileServer::endless, "--run", SOME);

        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @Test
    void oneByteASecondIsNotConformant() throws IOException {
        Report report = judged(HostileServer::drip, "--run", "CHK-*,COM-*");

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @Test
    void endlessHeadIsNotConformant() throws IOException {
        Report report = judged(
                socket -> {
                    head(socket.getInputStream());
                    write(socket, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        write(socket, "X-More: " + "x".repeat(1000) + "\r\n");
                    }
                },
                "--run",
                SOME);

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @Test
    void oneByteAtATimeIsNotConformant() throws IOException {
        Report report = judged(
                socket -> {
                    head(socket.getInputStream());
                    write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                    CountDownLatch never = new CountDownLatch(1);
                    while (!waited(never)) {
                        write(socket, "x");
                    }
                },
                "--run",
                "CR-04,CR-06");

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nmuch longer than that",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\n\u0000\u0001: x\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0015\u0003\u0003\u0000\u0002\u0002F"
            })
    void whatIsHardlyHttpIsNotConformant(String answer) throws IOException {
        Report report = judged(
                socket -> {
                    head(socket.getInputStream());
                    write(socket, answer);
                },
                "--run",
                SOME);

        assertThat(report.verdict().exitCode()).isIn(1, 3, 4);
        assertThat(report.cases().stream().map(CaseResult::outcome)).doesNotContain(Outcome.ERROR);
    }

    @Test
    void anAnswerThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(zeros);
            }
        }
        String body = packed.toString(StandardCharsets.ISO_8859_1);

        Report report = judged(
                socket -> {
                    head(socket.getInputStream());
                    write(
                            socket,
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length()
                                    + "\r\nConnection: close\r\n\r\n" + body);
                },
                "--run",
                SOME);

        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"Error\":"})
    void jsonThatIsNestedWithoutEndIsNotConformant(String opening) throws IOException {
        String body = opening.repeat(900_000 / opening.length());

        Report report = judged(socket -> answer(socket, body), "--run", SOME);

        assertThat(report.verdict().exitCode()).isEqualTo(1);
        assertThat(report.cases().stream().map(CaseResult::outcome)).doesNotContain(Outcome.ERROR);
    }

    @Test
    void whatATargetSaysReachesNoReportUnescaped() throws IOException {
        String evil = "\u001b]0;owned\u0007\u001b[2J<script>alert(1)</script>\u202e\r";

        Report report = judged(
                socket -> {
                    head(socket.getInputStream());
                    String body = "{\"Error\":{\"Code\":\"" + evil + "\",\"Message\":\"" + evil
                            + "\"},\"StoreFiles\":[{"
                            + "\"StoreRelativePath\":\"../../" + evil + "\"}],\"UploadSessions\":[{\"SessionID\":\""
                            + evil + "\"}]}";
                    write(
                            socket,
                            "HTTP/1.1 400 " + evil.strip() + "\r\nX-" + evil.strip() + ": " + evil.strip()
                                    + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                                    + "\r\nConnection: close\r\n\r\n" + body);
                },
                "--run",
                SOME + ",QRY-02,ERR-*");
        StringBuilder printed = new StringBuilder();
        TextReport.write(report, reports, printed);

        assertThat(printed.toString()).doesNotContain("\u001b", "\u0007", "\u202e");
        for (String name : List.of("conformance-report.json", "junit.xml", "summary.md")) {
            assertThat(Files.readString(reports.resolve(name))).as(name).doesNotContain("\u001b", "\u0007", "\u202e");
        }
        assertThat(Files.readString(reports.resolve("summary.md"))).doesNotContain("<script>");
        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
        }
    }

    @Test
    void targetThatComesUpLateIsWaitedFor() throws IOException {
        AtomicInteger met = new AtomicInteger();
        HostileServer.Behaviour late = socket -> {
            if (met.incrementAndGet() > 3) {
                answer(socket, "");
            }
        };

        Report report = judged(late, "--wait-for-target", "30s", "--run", "CR-04");

        assertThat(report.verdict().status()).isEqualTo(Verdict.Status.NON_CONFORMANT);
    }

    @Test
    void runStopsAtTheFirstFailedMustWhenAskedTo() throws IOException {
        Report report =
                judged(socket -> answer(socket, ""), "--fail-fast", "true", "--run", "CR-0*", "--parallel", "1");

        assertThat(report.run().complete()).isFalse();
        assertThat(report.cases().stream().filter(c -> c.outcome() == Outcome.FAILED))
                .hasSize(1);
    }

    @Test
    void skippedRequirementsHaveNoCase() throws IOException {
        Report report = judged(socket -> answer(socket, ""), "--run", "CR-0*", "--skip", "CR-04,CR-08/*");

        assertThat(report.requirements())
                .extracting(RequirementResult::id)
                .contains("CR-06")
                .doesNotContain("CR-04", "CR-08");
    }

    /** An echo hands every secret back as it is, in base64 and percent-encoded, in heads and bodies. */
    @Test
    void secretsAreNowhere() throws IOException {
        List<String> secrets = List.of(SECRET, TOKEN, COOKIE);
        List<String> disguises = secrets.stream()
                .flatMap(secret -> Stream.of(secret, base64(secret), URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .toList();
        HostileServer.Behaviour tattler = socket -> {
            String head = head(socket.getInputStream());
            String body = head + String.join("\n", disguises);
            write(
                    socket,
                    "HTTP/1.1 400 " + SECRET + "\r\nX-Echo: " + String.join(" ", disguises) + "\r\nSet-Cookie: own="
                            + COOKIE + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Report report;
        try (PrintStream captured = new PrintStream(logged, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            report = judged(
                    tattler,
                    "--header",
                    "Authorization:Bearer " + SECRET + ",X-Api-Key:" + TOKEN + ",Cookie:session=" + COOKIE,
                    "--run",
                    SOME + ",ERR-*,QRY-*");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        StringBuilder printed = new StringBuilder();
        TextReport.write(report, reports, printed);

        assertThat(report.cases()).extracting(CaseResult::outcome).contains(Outcome.FAILED);
        assertThat(disguises).allSatisfy(disguise -> {
            assertThat(printed.toString()).doesNotContain(disguise);
            assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain(disguise);
        });
        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(disguises));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean waited(CountDownLatch never) {
        try {
            return never.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private Report judged(HostileServer.Behaviour behaviour, String... more) throws IOException {
        try (HostileServer server = HostileServer.start(behaviour)) {
            Options options = Options.against(server.url()).reports(reports).with("--timeout", TIMEOUT);
            for (int i = 0; i < more.length; i += 2) {
                options = options.with(more[i], more[i + 1]);
            }
            return measured(options.build());
        }
    }

    /** Prints what the target has cost us; the heap holds the target as well. */
    private Report measured(TckOptions options) {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        Instant started = Instant.now();
        Report report = Tck.run(options);
        System.out.printf(
                Locale.ROOT,
                "hostile target: exit %d, %.1f s, heap at most %d of %d MB: %s%n",
                report.verdict().exitCode(),
                Duration.between(started, Instant.now()).toMillis() / 1e3,
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                name);
        return report;
    }
}
