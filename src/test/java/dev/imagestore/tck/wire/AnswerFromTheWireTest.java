package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Interim;
import dev.imagestore.tck.exchange.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFromTheWireTest {

    @Test
    void anAnswerIsReportedAsItWasReceived() throws IOException {
        Answer answer = whole("GET", """
                HTTP/1.1 299 Odd  reason\r
                X-Twice: a\r
                x-twice:b\r
                Content-Encoding: gzip\r
                Content-Length: 4\r
                content-length: 4\r
                \r
                body""");

        assertThat(answer.status()).isEqualTo(299);
        assertThat(answer.reason()).isEqualTo("Odd  reason");
        assertThat(answer.headers())
                .containsExactly(
                        new Header("X-Twice", "a"),
                        new Header("x-twice", "b"),
                        new Header("Content-Encoding", "gzip"),
                        new Header("Content-Length", "4"),
                        new Header("content-length", "4"));
        assertThat(answer.text()).isEqualTo("body");
        assertThat(answer.body()).isEqualTo(BodyDigest.of("body".getBytes(ISO_8859_1)));
        assertThat(answer.truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n2\r\nbo\r\n2\r\ndy\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nbody",
                "HTTP/1.0 200\r\nConnection: close\r\n\r\nbody",
                "\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Wait\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody"
            })
    void everyFramingGivesTheBody(String octets) throws IOException {
        Answer answer = whole("GET", octets);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("body");
    }

    @Test
    void anAnswerToHeadHasNoBody() throws IOException {
        Answer answer = whole("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");

        assertThat(answer.body()).isEqualTo(BodyDigest.EMPTY);
        assertThat(answer.header("Content-Length")).contains("1000");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aStatusWithoutBodyHasNone(int status) throws IOException {
        Answer answer = whole("GET", "HTTP/1.1 " + status + " None\r\nTransfer-Encoding: chunked\r\n\r\n");

        assertThat(answer.body()).isEqualTo(BodyDigest.EMPTY);
        assertThat(answer.header("Transfer-Encoding")).contains("chunked");
    }

    @Test
    void manyHeadersAreNoProblem() throws IOException {
        Answer answer = whole(
                "GET", "HTTP/1.1 200 OK\r\n" + "X-Many: 0123456789\r\n".repeat(2_000) + "Content-Length: 0\r\n\r\n");

        assertThat(answer.headers()).hasSize(2_001);
    }

    @Test
    void onlyTheBeginningOfALongBodyIsKeptButAllOfItIsDigestedAndSeen() throws IOException {
        String body = "0123456789".repeat(10_000);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try (RawPeer<String> peer = RawPeer.answering(0, "HTTP/1.1 200 OK\r\n\r\n" + body);
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of("GET", "/"), piece -> copy(piece, seen));

            Answer answer = exchange.answer().orElseThrow();
            assertThat(answer.body()).isEqualTo(BodyDigest.of(body.getBytes(ISO_8859_1)));
            assertThat(answer.text()).isEqualTo(body.substring(0, 1 << 10));
            assertThat(answer.truncated()).isTrue();
            assertThat(seen).hasToString(body);
        }
    }

    @Test
    void interimAnswersAreKeptWithTheirHeads() throws IOException {
        String octets = "HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

        try (RawPeer<String> peer = RawPeer.answering(0, octets);
                WireClient client = client(peer)) {
            assertThat(client.send(WireRequest.of("GET", "/")).interim())
                    .containsExactly(new Interim(100, "Continue", List.of(new Header("A", "b"))));
        }
    }

    private static void copy(ByteBuffer piece, ByteArrayOutputStream into) {
        byte[] octets = new byte[piece.remaining()];
        piece.get(octets);
        into.writeBytes(octets);
    }

    private static Answer whole(String method, String octets) throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, octets);
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of(method, "/"));

            assertThat(exchange.ending()).as("%s", exchange.problem()).isEqualTo(Ending.COMPLETE);
            return exchange.answer().orElseThrow();
        }
    }

    private static WireClient client(RawPeer<?> peer) {
        return new WireClient(peer.settings(), Recording.discarding());
    }
}
