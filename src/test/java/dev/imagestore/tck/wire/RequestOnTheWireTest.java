package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestOnTheWireTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void aRequestIsWrittenOctetByOctet() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(5, OK);
                WireClient client = client(peer)) {
            client.send(WireRequest.of("PUT", "/base/a%2Fb?api-version=6.0&x=%zz")
                    .header("Content-Range", "bytes 0-4/5")
                    .body(RequestBody.of("hello".getBytes(ISO_8859_1))));

            assertThat(peer.result()).isEqualTo("""
                    PUT /base/a%%2Fb?api-version=6.0&x=%%zz HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Content-Range: bytes 0-4/5\r
                    Content-Length: 5\r
                    \r
                    hello""".formatted(peer.endpoint().port()));
        }
    }

    @Test
    void oddAndDuplicateHeadersStayAsTheyAre() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, OK);
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of("GET", "*")
                    .header("X", "  spaces  ")
                    .header("x", "tab\there")
                    .header("X", "")
                    .header("X Y", "gr\u00fc\u00dfe\u0001")
                    .header("host", "somebody-else"));

            assertThat(peer.result()).isEqualTo("""
                    GET * HTTP/1.1\r
                    X:   spaces  \r
                    x: tab\there\r
                    X: \r
                    X Y: gr\u00fc\u00dfe\u0001\r
                    host: somebody-else\r
                    \r
                    """);
            assertThat(exchange.request().headers())
                    .contains(new Header("X", "  spaces  "), new Header("host", "somebody-else"))
                    .hasSize(5);
            assertThat(exchange.request().declaredLength()).isEqualTo(-1);
        }
    }

    @Test
    void aContentLengthOfTheCallersOwnStays() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(2, OK);
                WireClient client = client(peer)) {
            Exchange exchange = client.send(
                    WireRequest.of("PUT", "/").header("content-length", "99").body(RequestBody.of(new byte[] {'a', 'b'
                    })));

            assertThat(peer.result()).endsWith("content-length: 99\r\n\r\nab").doesNotContain("Content-Length");
            assertThat(exchange.request().declaredLength()).isEqualTo(99);
            assertThat(exchange.request().body().length()).isEqualTo(2);
        }
    }

    @Test
    void framingByTheCallerGetsNoContentLengthBeside() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(8, OK);
                WireClient client = client(peer)) {
            client.send(WireRequest.of("PUT", "/")
                    .header("Transfer-Encoding", "chunked")
                    .body(RequestBody.of("0\r\n\r\nabc".getBytes(ISO_8859_1))));

            assertThat(peer.result())
                    .endsWith("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nabc")
                    .doesNotContain("Content-Length");
        }
    }

    @Test
    void whatIsNotOneOctetCannotBeSent() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, OK);
                WireClient client = client(peer)) {
            WireRequest request = WireRequest.of("GET", "/\u2603");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.send(request))
                    .withMessageContaining("ISO-8859-1");
        }
    }

    @Test
    void aLargeBodyIsStreamedDigestedAndStored(@TempDir Path folder) throws IOException {
        int length = 5_000_001;
        try (RawPeer<BodyDigest> peer = RawPeer.playing(wire -> {
                    wire.head();
                    BodyDigest digest = BodyDigest.of(wire.octets(length));
                    wire.send(OK);
                    return digest;
                });
                Recording recording = Recording.create(folder);
                WireClient client = new WireClient(peer.settings(), recording)) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/").body(Octets.body(length)));

            assertThat(peer.result()).isEqualTo(Octets.digest(length));
            assertThat(exchange.request().body()).isEqualTo(Octets.digest(length));
            assertThat(exchange.request().whole()).isTrue();
            assertThat(folder.resolve("bodies")
                            .resolve(exchange.request().body().sha256()))
                    .hasSize(length);
        }
    }

    @Test
    void aCutBodyReallyEndsThere() throws IOException {
        for (int cut : new int[] {0, 1, 65_536, 100_000}) {
            try (RawPeer<BodyDigest> peer = RawPeer.playing(wire -> {
                        wire.head();
                        return BodyDigest.of(wire.untilClosed());
                    });
                    WireClient client = client(peer)) {
                Exchange exchange = client.send(
                        WireRequest.of("PUT", "/").body(Octets.body(200_000)).cutAfter(cut));

                assertThat(peer.result()).isEqualTo(Octets.digest(cut));
                assertThat(exchange.request().body()).isEqualTo(Octets.digest(cut));
                assertThat(exchange.request().declaredLength()).isEqualTo(200_000);
                assertThat(exchange.request().whole()).isFalse();
                assertThat(exchange.ending()).isEqualTo(Ending.CUT);
                assertThat(exchange.answer()).isEmpty();
            }
        }
    }

    private static WireClient client(RawPeer<?> peer) {
        return new WireClient(peer.settings(), Recording.discarding());
    }
}
