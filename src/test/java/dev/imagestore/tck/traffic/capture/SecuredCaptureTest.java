package dev.imagestore.tck.traffic.capture;

import static java.lang.Integer.MAX_VALUE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.Certificates;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.ServerTls;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes through a proxy that speaks TLS on both sides. */
@SuppressWarnings("try") // ends are closed early, to see what the other one gets
class SecuredCaptureTest {

    private static final String GET = "GET /ImageStore/a HTTP/1.1\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path EMPTY = Path.of("");

    private static Certificates made = new Certificates(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY);

    @TempDir
    private Path folder = EMPTY;

    @BeforeAll
    static void make(@TempDir Path certificates) throws Exception {
        made = Certificates.in(certificates);
    }

    @Test
    void aBigBodyPassesWholeAndIsRecordedAsItWas() throws Exception {
        byte[] body = new byte[5 << 20];
        new Random(1).nextBytes(body);
        String head = "PUT /ImageStore/a HTTP/1.1\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (ServerSocket target = target();
                Capture capture = capture(target, trusting());
                Socket client = client(capture)) {
            CompletableFuture<byte[]> read =
                    CompletableFuture.supplyAsync(() -> served(target, head.length() + body.length, OK));
            client.getOutputStream().write(head.getBytes(ISO_8859_1));
            client.getOutputStream().write(body);

            assertThat(client.getInputStream().readNBytes(OK.length()))
                    .asString(ISO_8859_1)
                    .isEqualTo(OK);
            assertThat(BodyDigest.of(read.get())).isEqualTo(BodyDigest.of(joined(head, body)));
        }

        assertThat(recorded().get(0).ending()).isEqualTo(Ending.COMPLETE);
        assertThat(recorded().get(0).request().body()).isEqualTo(BodyDigest.of(body));
    }

    @Test
    void aClientThatHalfClosesStillGetsItsAnswer() throws Exception {
        try (ServerSocket target = target();
                Capture capture = capture(target, trusting());
                Socket client = client(capture)) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> served(target, MAX_VALUE, OK));
            client.getOutputStream().write(GET.getBytes(ISO_8859_1));
            client.shutdownOutput();

            assertThat(client.getInputStream().readAllBytes())
                    .asString(ISO_8859_1)
                    .isEqualTo(OK);
            assertThat(read.get()).asString(ISO_8859_1).isEqualTo(GET);
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.COMPLETE);
    }

    /** The end of TLS alone says that no more comes; the connection below may stay. */
    @Test
    void aClientThatEndsTlsAloneHasFinished() throws Exception {
        try (ServerSocket target = target();
                Capture capture = capture(target, trusting());
                Socket below = patient(new Socket(
                        InetAddress.getLoopbackAddress(),
                        Endpoint.parse(capture.url()).port()))) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> served(target, MAX_VALUE, OK));
            try (Socket client =
                    made.ofClient().getSocketFactory().createSocket(below, "127.0.0.1", below.getPort(), false)) {
                client.getOutputStream().write(GET.getBytes(ISO_8859_1));
                client.shutdownOutput();

                assertThat(read.get()).asString(ISO_8859_1).isEqualTo(GET);
                assertThat(client.getInputStream().readAllBytes())
                        .asString(ISO_8859_1)
                        .isEqualTo(OK);
                assertThat(below.isOutputShutdown()).isFalse();
            }
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.COMPLETE);
    }

    @Test
    void aBodyThatTheClientCutIsRecordedAsFarAsItCame() throws Exception {
        String part = "PUT /ImageStore/a HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc";
        try (ServerSocket target = target();
                Capture capture = capture(target, trusting());
                Socket client = client(capture)) {
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> served(target, MAX_VALUE, ""));
            client.getOutputStream().write(part.getBytes(ISO_8859_1));
            client.close();

            assertThat(read.get()).asString(ISO_8859_1).isEqualTo(part);
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.CUT);
        assertThat(recorded().get(0).request().body().length()).isEqualTo(3);
    }

    @Test
    void aTargetThatIsNotTrustedIsRecordedAsOneThatCouldNotBeReached() throws Exception {
        try (ServerSocket target = target();
                Capture capture = capture(target, Tls.DEFAULT);
                Socket client = client(capture)) {
            client.getOutputStream().write(GET.getBytes(ISO_8859_1));
            CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> served(target, MAX_VALUE, OK));

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
            assertThatThrownBy(read::get).hasMessageContaining("SSL");
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.REFUSED);
        assertThat(recorded().get(0).problem())
                .hasValueSatisfying(p -> assertThat(p).startsWith("TLS: "));
    }

    private Capture capture(ServerSocket target, Tls tls) {
        return Capture.start(new CaptureSettings(
                "127.0.0.1",
                0,
                new Endpoint("https", "127.0.0.1", target.getLocalPort(), ""),
                tls,
                Optional.of(new ServerTls(made.serverCert(), made.serverKey())),
                folder,
                List.of()));
    }

    private static Tls trusting() {
        return new Tls(Optional.of(made.ca()), Optional.empty(), Optional.empty(), false);
    }

    private static ServerSocket target() throws IOException {
        return made.ofServer().getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static Socket client(Capture capture) throws IOException {
        Endpoint proxy = Endpoint.parse(capture.url());
        assertThat(proxy.secure()).isTrue();
        return patient(made.ofClient().getSocketFactory().createSocket(proxy.host(), proxy.port()));
    }

    private static Socket patient(Socket client) throws IOException {
        client.setTcpNoDelay(true); // what is written is on its way before anything else is done
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private List<Exchange> recorded() {
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            return exchanges.toList();
        }
    }

    /** Takes so much, or what there is, then answers. */
    private static byte[] served(ServerSocket target, int length, String answer) {
        try (Socket server = patient(target.accept())) {
            byte[] read = server.getInputStream().readNBytes(length);
            server.getOutputStream().write(answer.getBytes(ISO_8859_1));
            return read;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(String head, byte[] body) {
        byte[] all = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(ISO_8859_1), 0, all, 0, head.length());
        System.arraycopy(body, 0, all, head.length(), body.length);
        return all;
    }
}
