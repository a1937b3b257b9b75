package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import dev.imagestore.tck.verdict.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is right now and then: the reference server behind a proxy that answers some commits itself. */
class FlakyTargetIT {

    private static final String COMMITTED = "COM-02/a-complete-session-is-committed";

    @TempDir
    private Path reports = Path.of("");

    @Test
    void aFailureThatDoesNotComeAgainIsIntermittentAndAFailureAllTheSame() throws IOException {
        Report report = judged(commit -> commit == 1);

        assertThat(failed(report))
                .hasSize(1)
                .allSatisfy(result -> assertThat(result.recurrence()).hasToString("Optional[intermittent 1 of 4]"));
        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @Test
    void aFailureThatComesAgainEachTimeIsDeterministic() throws IOException {
        Report report = judged(commit -> true);

        assertThat(failed(report))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.recurrence()).hasToString("Optional[deterministic]"));
    }

    private static List<CaseResult> failed(Report report) {
        return report.cases().stream()
                .filter(c -> c.outcome() == Outcome.FAILED)
                .toList();
    }

    /** @param spoilt which commits of cases are answered 500, counted from 1 */
    private Report judged(IntPredicate spoilt) throws IOException {
        AtomicInteger commits = new AtomicInteger();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (BundledServer server = BundledServer.start(List.of())) {
            proxy.createContext("/", exchange -> {
                boolean commit = exchange.getRequestURI().getPath().endsWith("/CommitUploadSession");
                if (commit && isOfCase(exchange) && spoilt.test(commits.incrementAndGet())) {
                    answer(exchange, 500, new byte[0]);
                } else {
                    forward(exchange, server.url());
                }
            });
            proxy.start();
            return Tck.run(
                    Options.against("http://127.0.0.1:" + proxy.getAddress().getPort())
                            .content(server.url() + "/_content/{path}")
                            .with("--run", COMMITTED)
                            .with("--parallel", "1")
                            .reports(reports)
                            .build());
        } finally {
            proxy.stop(0);
        }
    }

    private static boolean isOfCase(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("X-Tck-Case", List.of()).stream()
                .anyMatch(name -> name.startsWith("COM-02/"));
    }

    private static void forward(HttpExchange exchange, String to) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(to + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        if (range != null) {
            request.header("Content-Range", range);
        }
        try {
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
