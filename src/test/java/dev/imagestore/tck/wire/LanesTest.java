package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Framing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 300_000, 5_000_000})
    void oneConnectionCarriesStoredBodiesOneAfterTheOther(int length) throws IOException {
        StoredBytes body = stored(length);
        try (RawPeer<Boolean> peer = RawPeer.playing(wire -> {
                    boolean same = true;
                    for (int i = 0; i < 3; i++) {
                        assertThat(wire.head()).contains("Content-Length: " + length);
                        same &= Arrays.equals(wire.octets(length), octets(length));
                        wire.send(OK);
                    }
                    return same;
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
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
    @ValueSource(ints = {0, 5, 300_000})
    void aBodyIsCutAtTheOctet(int cut) throws IOException {
        StoredBytes body = stored(400_000);
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    return wire.countUntilClosed();
                });
                Lanes lanes = new Lanes(peer.settings(), 1)) {
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
