package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Report;
import dev.imagestore.tck.verdict.Verdict;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import dev.imagestore.tck.wire.WireClient;
import dev.imagestore.tck.wire.WireRequest;
import dev.imagestore.tck.wire.WireSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is judged behind TLS as it is without, and what does not fit is told in one line. */
@Timeout(600)
class TlsIT {

    /** Whole bodies and cut ones, connections that are used again, held back or closed, and the oracle. */
    private static final String CASES = "CR-04,COM-01,COM-02,CHK-13,HTTP-0*,URI-01,PUT-01,GET-01,QRY-03";

    private static final String QUERY = "/ImageStore/$/GetUploadSession?api-version=6.0";

    @TempDir
    private static Path folder = Path.of("");

    private static Certificates made = new Certificates(folder, folder, folder, folder, folder);
    private static Optional<BundledServer> server = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        made = Certificates.in(folder);
        server = Optional.of(BundledServer.start(made.serverOptions()));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(BundledServer::close);
    }

    @Test
    void theVerdictIsThatOfPlainHttp() {
        Report secured = Tck.run(secured("secured").build());
        Report plain;
        try (BundledServer same = BundledServer.start(List.of())) {
            plain = Tck.run(Options.bundled(same)
                    .with("--run", CASES)
                    .seed(7)
                    .reports(folder.resolve("plain"))
                    .build());
        }

        assertThat(secured.target().url()).startsWith("https://127.0.0.1:");
        assertThat(secured.verdict().sentence()).isEqualTo(plain.verdict().sentence());
        assertThat(secured.verdict().status()).isEqualTo(Verdict.Status.CONFORMANT);
        assertThat(outcomes(secured)).isEqualTo(outcomes(plain));
        assertThat(secured.leftBehind()).isEmpty();
    }

    @Test
    void aClientWithoutACertificateIsAnswered403() {
        Exchange exchange = ask(new Tls(Optional.of(made.ca()), Optional.empty(), Optional.empty(), false));

        assertThat(exchange.answer()).hasValueSatisfying(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.reason()).isEqualTo("Client certificate required");
            assertThat(answer.body().length()).isZero();
        });
        assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void aClientWithACertificateIsServed() {
        assertThat(ask(made.client()).status()).isNotEqualTo(OptionalInt.of(403));
    }

    @Test
    void aServerThatIsNotTrustedIsRefusedAndOneThatNeedNotBeIsNot() {
        Exchange exchange = ask(Tls.DEFAULT);

        assertThat(exchange.ending()).isEqualTo(Ending.REFUSED);
        assertThat(exchange.problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("TLS: "));
        assertThat(ask(new Tls(Optional.empty(), Optional.empty(), Optional.empty(), true))
                        .answered())
                .isTrue();
    }

    @Test
    void aRunAgainstAServerThatIsNotTrustedSaysWhatToDo() {
        Report report = Tck.run(Options.against(url())
                .reports(folder.resolve("untrusted"))
                .with("--run", "CR-04")
                .build());

        assertThat(report.verdict().exitCode()).isEqualTo(3);
        assertThat(report.verdict().sentence())
                .contains("target unreachable", "TLS: ", "do --cacert, --cert and --key fit it?");
    }

    @Test
    void aServerOfPlainHttpIsNotTakenForOneOfTls() {
        try (BundledServer plain = BundledServer.start(List.of())) {
            Report report = Tck.run(Options.against(plain.url().replace("http:", "https:"))
                    .reports(folder.resolve("mixed"))
                    .with("--run", "CR-04")
                    .build());

            assertThat(report.verdict().exitCode()).isEqualTo(3);
            assertThat(report.verdict().sentence()).contains("TLS: ");
        }
    }

    private static Options secured(String reports) {
        return Options.against(url())
                .content(url() + "/_content/{path}")
                .with("--cacert", made.ca().toString())
                .with("--cert", made.clientCert().toString())
                .with("--key", made.clientKey().toString())
                .with("--run", CASES)
                .seed(7)
                .reports(folder.resolve(reports));
    }

    private static Exchange ask(Tls tls) {
        WireSettings settings =
                new WireSettings(Endpoint.parse(url()), Duration.ofSeconds(20), 1 << 16, 1 << 16, Redactor.none(), tls);
        try (Recording nothing = Recording.discarding();
                WireClient client = new WireClient(settings, nothing)) {
            return client.send(WireRequest.of("GET", QUERY));
        }
    }

    private static String url() {
        return server.orElseThrow().url();
    }

    private static Map<String, String> outcomes(Report report) {
        return report.cases().stream()
                .collect(Collectors.toMap(CaseResult::id, c -> c.outcome().word()));
    }
}
