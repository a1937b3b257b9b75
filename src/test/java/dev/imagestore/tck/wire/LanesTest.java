package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.Certificates;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private static final Path EMPTY = Path.of("");

    @TempDir
    private Path folder = EMPTY;

    private static Certificates made = new Certificates(EMPTY, EMPTY, EMPTY, EMPTY, EMPTY);

    @BeforeAll
    static void make(@TempDir Path certificates) throws Exception {
        made = Certificates.in(certificates);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false",
        "1000, false",
        "300000, false",
        "5000000, false",
        "1, true",
        "1000, true",
        "262144, true",
        "262145, true",
        "5000000, true"
    })
    void oneConnectionCarriesStoredBodiesOneAfterTheOther(int length, boolean secured) throws IOException {
        StoredBytes body = stored(length);
        try (RawPeer<Boolean> peer = playing(secured, wire -> {
                    boolean same = true;
                    for (int i = 0; i < 3; i++) {
                        assertThat(wire.head()).contains("Content-Length: " + length);
                        same &= Arrays.equals(wire.octets(length), octets(length));
                        wire.send(OK);
                    }
                    return same;
                });
                Lanes lanes = lanes(peer)) {
            for (int i = 0; i < 3; i++) {
                Exchange exchange = send(lanes, put().body(body.body()), Framing.LENGTH, false);

                assertThat(exchange.ending()).as("%s", exchange.problem()).isEqualTo(Ending.COMPLETE);
                assertThat(exchange.connection()).isEqualTo(1);
                assertThat(exchange.request().body()).isEqualTo(body.digest());
                assertThat(exchange.request().whole()).isTrue();
            }
            assertThat(peer.result()).isTrue();
        }
    }

    @Test
    void aLongBodyBehindTlsCanBeOneChunkOfTheCodingAndHasTheConnectionToItself() throws IOException {
        int length = 300_000;
        try (RawPeer<String> peer = playing(true, wire -> {
                    wire.head();
                    String size = new String(wire.octets(7), ISO_8859_1);
                    boolean same = Arrays.equals(wire.octets(length), octets(length));
                    String close = new String(wire.octets(7), ISO_8859_1);
                    wire.send(OK);
                    return size + same + close;
                });
                Lanes lanes = lanes(peer)) {
            WireRequest request = put().header("Transfer-Encoding", "chunked")
                    .body(stored(length).body());
            Exchange exchange = send(lanes, request, Framing.CHUNKED, false);

            assertThat(exchange.answered()).as("%s", exchange.problem()).isTrue();
            assertThat(peer.result()).isEqualTo("493e0\r\ntrue\r\n0\r\n\r\n");
        }
    }

    @Test
    void aStoredBodyThatLacksOctetsIsOurOwnFault() throws IOException {
        StoredBytes body = stored(400_000);
        Files.write(body.file(), octets(300_000));
        try (RawPeer<Long> peer = playing(true, wire -> {
                    wire.head();
                    return wire.countUntilClosed();
                });
                Lanes lanes = lanes(peer)) {
            Exchange exchange = send(lanes, put().body(body.body()), Framing.LENGTH, false);

            assertThat(exchange.ending()).isEqualTo(Ending.CLOSED);
            assertThat(exchange.problem())
                    .hasValueSatisfying(p -> assertThat(p).startsWith("the body could not be read: the body is"));
            assertThat(peer.result()).isLessThan(400_000);
        }
    }

    @Test
    void aPeerThatIsNotTrustedGetsNothing() throws IOException {
        try (RawPeer<String> peer = playing(true, wire -> wire.head());
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            Exchange exchange = send(lanes, put().body(stored(300_000).body()), Framing.LENGTH, false);

            assertThat(exchange.ending()).isEqualTo(Ending.REFUSED);
            assertThat(exchange.problem()).hasValueSatisfying(p -> assertThat(p).startsWith("TLS: "));
            assertThat(exchange.request().body()).isEqualTo(BodyDigest.EMPTY);
        }
    }

    @Test
    void theChunkedCodingIsMadeAnew() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(3 + 10 + 7, OK);
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            WireRequest request =
                    put().header("Transfer-Encoding", "chunked").body(stored(10).body());
            Exchange exchange = send(lanes, request, Framing.CHUNKED, false);

            assertThat(exchange.answered()).isTrue();
            assertThat(peer.result())
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\na\r\n" + new String(octets(10), ISO_8859_1) + "\r\n0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "5, false", "300000, false", "0, true", "5, true", "300000, true"})
    void aBodyIsCutAtTheOctet(int cut, boolean secured) throws IOException {
        StoredBytes body = stored(400_000);
        try (RawPeer<Long> peer = playing(secured, wire -> {
                    wire.head();
                    return wire.countUntilClosed();
                });
                Lanes lanes = lanes(peer)) {
            Exchange exchange = send(lanes, put().body(body.body()).cutAfter(cut), Framing.LENGTH, false);

            assertThat(exchange.ending()).isEqualTo(Ending.CUT);
            assertThat(exchange.request().whole()).isFalse();
            assertThat(exchange.request().body()).isEqualTo(BodyDigest.of(Arrays.copyOf(octets(400_000), cut)));
            assertThat(peer.result()).isEqualTo(cut);
        }
    }

    @Test
    void anAbandonedRequestIsSentAsAWhole() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    return wire.countUntilClosed();
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            Exchange exchange = send(lanes, put().body(stored(1000).body()), Framing.LENGTH, true);

            assertThat(exchange.ending()).isEqualTo(Ending.ABANDONED);
            assertThat(peer.result()).isEqualTo(1000);
        }
    }

    @Test
    void theBodyFollowsContinue() throws IOException {
        try (RawPeer<Boolean> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    boolean same = Arrays.equals(wire.octets(10), octets(10));
                    wire.send(OK);
                    return same;
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            Exchange exchange = send(
                    lanes,
                    put().header("Expect", "100-continue").body(stored(10).body()),
                    Framing.LENGTH,
                    false);

            assertThat(exchange.answered()).isTrue();
            assertThat(exchange.interim()).hasSize(1);
            assertThat(peer.result()).isTrue();
        }
    }

    @Test
    void aRefusalInsteadOfContinueSavesTheBody() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n");
                    return wire.countUntilClosed();
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            Exchange exchange = send(
                    lanes,
                    put().header("Expect", "100-continue").body(stored(10).body()),
                    Framing.LENGTH,
                    false);

            assertThat(exchange.status()).hasValue(413);
            assertThat(exchange.request().whole()).isFalse();
            assertThat(peer.result()).isZero();
        }
    }

    @Test
    @SuppressWarnings("try") // closed early, so that nothing listens
    void aPeerThatClosesIsReportedAndTheNextOneNeedsANewConnection() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> wire.head());
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            assertThat(send(lanes, put(), Framing.NONE, false).ending()).isEqualTo(Ending.CLOSED);
            peer.close();
            assertThat(send(lanes, put(), Framing.NONE, false).ending()).isEqualTo(Ending.REFUSED);
        }
    }

    @Test
    void aSilentPeerIsGivenUp() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    return wire.countUntilClosed();
                });
                Lanes lanes = new Lanes(peer.settings(Duration.ofMillis(50)), 1)) {
            assertThat(send(lanes, put(), Framing.NONE, false).ending()).isEqualTo(Ending.TIMED_OUT);
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsCountedAndItsConnectionClosed() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(OK + OK);
                    return wire.countUntilClosed();
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
            assertThat(send(lanes, put(), Framing.NONE, false).answered()).isTrue();
            assertThat(peer.result()).isZero();
            assertThat(lanes.unsolicited()).isEqualTo(1);
        }
    }

    private static <T> RawPeer<T> playing(boolean secured, RawPeer.Script<T> script) throws IOException {
        return secured ? RawPeer.playing(made.ofServer(), script) : RawPeer.playing(script);
    }

    /** One that trusts the peer. */
    private static Lanes lanes(RawPeer<?> peer) {
        WireSettings plain = peer.settings();
        Tls trusting = new Tls(Optional.of(made.ca()), Optional.empty(), Optional.empty(), false);
        return new Lanes(
                new WireSettings(
                        plain.endpoint(),
                        plain.timeout(),
                        plain.maxAnswerBytes(),
                        plain.keptBytes(),
                        plain.redactor(),
                        trusting),
                1);
    }

    private static WireRequest put() {
        return WireRequest.of("PUT", "/a");
    }

    private static Exchange send(Lanes lanes, WireRequest request, Framing framing, boolean abandon) {
        CompletableFuture<Exchange> done = new CompletableFuture<>();
        lanes.send(
                0,
                new LaneRequest(request, framing, abandon, false),
                (exchange, started, ended) -> done.complete(exchange));
        return done.join();
    }

    private StoredBytes stored(int length) throws IOException {
        Path file = folder.resolve("body-" + length);
        Files.write(file, octets(length));
        return new StoredBytes(file, BodyDigest.of(octets(length)));
    }

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = "0123456789abc".getBytes(UTF_8)[i % 13];
        }
        return octets;
    }
}
