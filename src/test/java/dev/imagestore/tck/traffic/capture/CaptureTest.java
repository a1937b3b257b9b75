package dev.imagestore.tck.traffic.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // ends are closed early, to see what the other one gets
class CaptureTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nX-Odd:  a\r\nContent-Length: 2\r\n\r\nok";

    @TempDir
    private Path folder = Path.of("");

    private final ServerSocket target = listening();

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        target.close();
    }

    @Test
    void octetsPassAsTheyAreAndExchangesAreRecorded() throws Exception {
        String first = "PUT /ImageStore/a HTTP/1.1\r\nhOst:  x\r\nContent-Length: 3\r\n\r\nabc";
        String second =
                "PUT /ImageStore/b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n1\r\nf\r\n0\r\n\r\n";
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            assertThat(through(client, server, first)).isEqualTo(first);
            assertThat(through(server, client, OK)).isEqualTo(OK);
            assertThat(through(client, server, second)).isEqualTo(second);
            assertThat(through(server, client, "HTTP/1.1 100 Continue\r\n\r\n" + OK))
                    .endsWith(OK);
        }

        List<Exchange> exchanges = recorded();
        assertThat(exchanges).extracting(Exchange::ending).containsExactly(Ending.COMPLETE, Ending.COMPLETE);
        assertThat(exchanges).extracting(Exchange::connection).containsExactly(1L, 1L);
        assertThat(exchanges.get(0).request().headers())
                .containsExactly(new Header("hOst", "x"), new Header("Content-Length", "3"));
        assertThat(exchanges.get(0).answer().orElseThrow().text()).isEqualTo("ok");
        assertThat(exchanges.get(1).request().framing()).isEqualTo(Framing.CHUNKED);
        assertThat(exchanges.get(1).request().body()).isEqualTo(BodyDigest.of("def".getBytes(ISO_8859_1)));
        assertThat(exchanges.get(1).interim()).hasSize(1);
        assertThat(folder.resolve("bodies")
                        .resolve(exchanges.get(0).request().body().sha256()))
                .hasContent("abc");
    }

    @Test
    void aBigBodyPassesWhole() throws Exception {
        byte[] body = new byte[20 << 20];
        Arrays.fill(body, (byte) 'x');
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            String head = "PUT /ImageStore/a HTTP/1.1\r\nContent-Length: " + body.length + "\r\n\r\n";
            CompletableFuture<byte[]> read =
                    CompletableFuture.supplyAsync(() -> read(server, head.length() + body.length));
            client.getOutputStream().write(head.getBytes(ISO_8859_1));
            client.getOutputStream().write(body);
            assertThat(read.get()).hasSize(head.length() + body.length);
            assertThat(through(server, client, OK)).isEqualTo(OK);
        }

        assertThat(recorded().get(0).request().body()).isEqualTo(BodyDigest.of(body));
    }

    @Test
    void aBodyThatTheClientCutIsRecordedAsFarAsItCame() throws Exception {
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            String part = "PUT /ImageStore/a HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc";
            assertThat(through(client, server, part)).isEqualTo(part);
            client.close();
            assertThat(server.getInputStream().read()).isEqualTo(-1);
        }

        Exchange cut = recorded().get(0);
        assertThat(cut.ending()).isEqualTo(Ending.CUT);
        assertThat(cut.request().whole()).isFalse();
        assertThat(cut.request().body().length()).isEqualTo(3);
    }

    @Test
    void aClientThatHalfClosesStillGetsItsAnswer() throws Exception {
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            String request = "GET /ImageStore/a HTTP/1.1\r\n\r\n";
            assertThat(through(client, server, request)).isEqualTo(request);
            client.shutdownOutput();
            assertThat(server.getInputStream().read()).isEqualTo(-1);
            assertThat(through(server, client, OK)).isEqualTo(OK);
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.COMPLETE);
    }

    @Test
    void aTargetThatClosesIsRecordedAsSuch() throws Exception {
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            String request = "GET /ImageStore/a HTTP/1.1\r\n\r\n";
            assertThat(through(client, server, request)).isEqualTo(request);
            server.close();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }

        assertThat(recorded()).extracting(Exchange::ending).containsExactly(Ending.CLOSED);
    }

    @Test
    void anAnswerThatEndsWithItsConnectionIsWhole() throws Exception {
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            String request = "GET /ImageStore/a HTTP/1.1\r\n\r\n";
            assertThat(through(client, server, request)).isEqualTo(request);
            server.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nall".getBytes(ISO_8859_1));
            server.close();
            assertThat(client.getInputStream().readAllBytes()).endsWith("all".getBytes(ISO_8859_1));
        }

        assertThat(recorded().get(0).answer().orElseThrow().text()).isEqualTo("all");
        assertThat(recorded().get(0).ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void secretsStayOut() throws Exception {
        String request = "GET /ImageStore/a HTTP/1.1\r\nAuthorization: Bearer s3cret\r\nX-Key: k3y\r\n\r\n";
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            assertThat(through(client, server, request)).isEqualTo(request);
            assertThat(through(server, client, OK)).isEqualTo(OK);
        }

        assertThat(Files.readString(folder.resolve("traffic.jsonl"))).doesNotContain("s3cret", "k3y");
    }

    @Test
    void aRecordingIsGoneOnWith() throws Exception {
        secretsStayOut();
        secretsStayOut();

        assertThat(recorded()).extracting(Exchange::number).containsExactly(1L, 2L);
        assertThat(recorded()).extracting(Exchange::connection).containsExactly(1L, 2L);
    }

    @Test
    void whenNothingCanBeWrittenTrafficStillFlows() throws Exception {
        String request = "PUT /ImageStore/a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
        try (Capture capture = capture();
                Socket client = client(capture);
                Socket server = target.accept()) {
            Files.delete(folder.resolve("bodies"));
            for (int i = 0; i < 2; i++) {
                assertThat(through(client, server, request)).isEqualTo(request);
                assertThat(through(server, client, OK)).isEqualTo(OK);
            }
            capture.close();
            assertThat(capture.incomplete())
                    .hasValueSatisfying(t -> assertThat(t).contains("incomplete after 0 exchanges"));
        }

        assertThat(recorded()).isEmpty();
    }

    @Test
    void aTargetWithAPathIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaptureSettings(
                        "127.0.0.1",
                        0,
                        Endpoint.parse("http://h/base"),
                        Tls.DEFAULT,
                        Optional.empty(),
                        folder,
                        List.of()))
                .withMessageContaining("/base");
    }

    private Capture capture() {
        Endpoint endpoint = new Endpoint("http", "127.0.0.1", target.getLocalPort(), "");
        return Capture.start(
                new CaptureSettings("127.0.0.1", 0, endpoint, Tls.DEFAULT, Optional.empty(), folder, List.of("X-Key")));
    }

    @Test
    void anAddressThatIsTakenIsSaidInOneLine() {
        CaptureSettings taken = new CaptureSettings(
                "127.0.0.1",
                target.getLocalPort(),
                Endpoint.parse("http://127.0.0.1:1"),
                Tls.DEFAULT,
                Optional.empty(),
                folder,
                List.of());

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Capture.start(taken))
                .withMessageMatching("cannot listen on 127\\.0\\.0\\.1:\\d+: .*in use.*; expected a free port .*");
    }

    private static Socket client(Capture capture) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), Endpoint.parse(capture.url()).port());
    }

    private List<Exchange> recorded() {
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            return exchanges.toList();
        }
    }

    private static String through(Socket from, Socket to, String octets) throws IOException {
        from.getOutputStream().write(octets.getBytes(ISO_8859_1));
        return new String(read(to, octets.length()), ISO_8859_1);
    }

    private static byte[] read(Socket from, int length) {
        try {
            InputStream in = from.getInputStream();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] buffer = new byte[64 << 10];
            while (read.size() < length) {
                int count = in.read(buffer, 0, Math.min(buffer.length, length - read.size()));
                if (count < 0) {
                    break;
                }
                read.write(buffer, 0, count);
            }
            return read.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
