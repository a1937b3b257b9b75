package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.RequirementResult;
import dev.imagestore.tck.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are no image store at all. None may come out as conformant, and none may cost more than a minute. */
@Timeout(60)
class HostileTargetIT {

    private static final String SECRET = "s3cr3t-t0k3n-4711";

    private static final String TIMEOUT = "1s";

    @TempDir
    private Path reports = Path.of("");

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
        Report report = judged(HostileTargetIT::echo);

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @Test
    void endlessBodyIsNotConformant() throws IOException {
        Report report = judged(HostileTargetIT::endless);

        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @Test
    void oneByteASecondIsNotConformant() throws IOException {
        Report report = judged(HostileTargetIT::drip, "--run", "CHK-*,COM-*");

        assertThat(report.verdict().exitCode()).isIn(1, 3);
    }

    @Test
    void targetThatComesUpLateIsWaitedFor() throws IOException {
        AtomicInteger met = new AtomicInteger();
        Behaviour late = socket -> {
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

    @Test
    void secretHeaderIsInNoReport() throws IOException {
        judged(HostileTargetIT::echo, "--header", "Authorization:Bearer " + SECRET);

        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(SECRET));
        }
    }

    private Report judged(Behaviour behaviour, String... more) throws IOException {
        ExecutorService connections = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "hostile target");
            thread.setDaemon(true);
            return thread;
        });
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            connections.execute(() -> accept(server, behaviour, connections));
            Options options = Options.against("http://127.0.0.1:" + server.getLocalPort())
                    .reports(reports)
                    .with("--timeout", TIMEOUT);
            for (int i = 0; i < more.length; i += 2) {
                options = options.with(more[i], more[i + 1]);
            }
            return Tck.run(options.build());
        } finally {
            connections.shutdownNow();
        }
    }

    private static void accept(ServerSocket server, Behaviour behaviour, ExecutorService connections) {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.execute(() -> {
                    try (socket) {
                        behaviour.meet(socket);
                    } catch (IOException e) {
                        // the client has had enough
                    }
                });
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    /** Reads the head of a request and answers 200 with that body. */
    private static void answer(Socket socket, String body) throws IOException {
        head(socket.getInputStream());
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + octets.length + "\r\nConnection: close\r\n\r\n" + body);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void echo(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + head.length() + "\r\nConnection: close\r\n\r\n" + head);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void endless(Socket socket) throws IOException {
        head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\n\r\n");
        while (true) {
            socket.getOutputStream().write(new byte[64 << 10]);
        }
    }

    private static void drip(Socket socket) throws IOException {
        head(socket.getInputStream());
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private interface Behaviour {
        void meet(Socket socket) throws IOException;
    }
}
