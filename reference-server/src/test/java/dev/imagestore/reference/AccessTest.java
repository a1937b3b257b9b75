package dev.imagestore.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Who may do what, and what is not served to everybody. */
class AccessTest {

    private static final List<String> CHANGES = List.of(
            "PUT /ImageStore/a?api-version=6.0",
            "PUT /ImageStore/a/$/UploadChunk?api-version=6.0&session-id=5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d",
            "POST /ImageStore/$/CommitUploadSession?api-version=6.0&session-id=5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d",
            "DELETE /ImageStore/$/DeleteUploadSession?api-version=6.0&session-id=5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d",
            "DELETE /ImageStore/a?api-version=6.0",
            "POST /ImageStore/$/Copy?api-version=6.0",
            "POST /_clock?advance=1");
    private static final List<String> QUESTIONS = List.of(
            "GET /ImageStore?api-version=6.0",
            "GET /ImageStore/$/Info?api-version=6.5",
            "GET /ImageStore/$/FolderSize?api-version=6.5",
            "GET /_health");

    @TempDir
    private Path folder;

    private static SSLContext context(@Nullable X509Bundle client) throws Exception {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(InsecureTrustManagerFactory.INSTANCE);
        if (client != null) {
            builder.keyManager(client.getKeyPair().getPrivate(), client.getCertificate());
        }
        return ((JdkSslContext) builder.build()).context();
    }

    private static int status(SSLContext tls, int port, String request) throws Exception {
        String[] words = request.split(" ", 2);
        HttpClient client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return client.send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + words[1]))
                                .method(words[0], HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String option(String name, Path file, String pem) throws Exception {
        return name + "=" + Files.writeString(file, pem);
    }

    @Test
    void aUserMayLookAndAnAdministratorMayChange() throws Exception {
        CertificateBuilder any = new CertificateBuilder().ecp256();
        X509Bundle authority = any.copy()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        X509Bundle server =
                any.copy().subject("CN=localhost").addSanDnsName("localhost").buildIssuedBy(authority);
        TlsOptions options = CommandLine.populateCommand(
                new TlsOptions(),
                option("--tls-cert", folder.resolve("cert"), server.getCertificatePEM()),
                option("--tls-key", folder.resolve("key"), server.getPrivateKeyPEM()),
                option("--tls-client-ca", folder.resolve("ca"), authority.getCertificatePEM()),
                "--tls-admin=root,admin");
        SSLContext admin = context(any.copy().subject("CN=admin,O=us").buildIssuedBy(authority));
        SSLContext user = context(any.copy().subject("CN=user,OU=admin").buildIssuedBy(authority));

        try (ServerFixture fixture = ServerFixture.secured(folder.resolve("data"), options.tls())) {
            int port = fixture.port();
            for (String change : CHANGES) {
                assertThat(status(user, port, change)).as(change).isEqualTo(403);
                assertThat(status(admin, port, change)).as(change).isNotEqualTo(403);
            }
            for (String question : QUESTIONS) {
                assertThat(status(user, port, question)).as(question).isEqualTo(200);
                assertThat(status(context(null), port, question)).as(question).isEqualTo(403);
            }
        }
    }

    @Test
    void aGeneratedCertificateIsForThisMachine() throws Exception {
        Optional<dev.imagestore.reference.http.Tls> tls =
                CommandLine.populateCommand(new TlsOptions(), "--tls-generate").tls();

        try (ServerFixture fixture = ServerFixture.secured(folder, tls)) {
            assertThat(status(context(null), fixture.port(), "GET /_health")).isEqualTo(200);
            try (Socket plain = new Socket("localhost", fixture.port())) {
                plain.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("HTTP");
            }
        }
    }

    private static String refused(String... arguments) {
        StringWriter err = new StringWriter();
        int code =
                ReferenceServer.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--oracle", "--clock", "--mutant=tail-kept", "--variant=created-201"})
    void whatIsForTestsIsNotServedToEverybody(String option) {
        for (String host : List.of("0.0.0.0", "::", "192.0.2.1")) {
            assertThat(refused("--port=0", "--host=" + host, option))
                    .contains("are for tests, and " + host + " can be reached by others")
                    .contains("--force");
        }
        assertThat(refused("--port=0", "--host=192.0.2.1", "--force", option)).contains("cannot listen on");
        assertThat(refused("--port=0", "--host=192.0.2.1")).contains("cannot listen on");
    }

    @Test
    void whatCannotBeMeantIsOneLine() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "no certificate");

        assertThat(refused("--tls-cert=" + text, "--tls-key=" + text)).contains("expected PEM certificates");
        assertThat(refused("--tls-cert=" + folder.resolve("absent"), "--tls-key=" + text))
                .contains("absent");
        assertThat(refused("--tls-cert=" + text)).contains("both --tls-cert FILE and --tls-key FILE");
        assertThat(refused("--tls-generate", "--tls-key=" + text)).contains("no other --tls option");
        assertThat(refused("--tls-admin=me")).contains("--tls-client-ca");
        assertThat(refused("--log=xml")).contains("--log");
        assertThat(refused("--log-level=loud")).contains("--log-level");
    }
}
