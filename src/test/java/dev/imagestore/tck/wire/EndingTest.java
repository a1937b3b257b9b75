package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String ENDLESS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void nobodyListensIsRefused() throws IOException {
        RawPeer<String> gone = RawPeer.answering(0, "");
        gone.close();

        Exchange exchange = ask(gone.settings());

        assertThat(exchange.ending()).isEqualTo(Ending.REFUSED);
        assertThat(exchange.problem())
                .hasValueSatisfying(problem -> assertThat(problem).containsIgnoringCase("refused"));
        assertThat(exchange.request().whole()).isFalse();
        assertThat(exchange.sentAfter()).isZero();
    }

    @Test
    void anUnknownHostIsRefused() {
        Endpoint nowhere = new Endpoint("http", "no-such-host.invalid", 80, "");

        Exchange exchange = ask(new WireSettings(nowhere, LONG, 0, 0, Redactor.none()));

        assertThat(exchange.ending()).isEqualTo(Ending.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTT", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"})
    void aPeerThatClosesBeforeTheHeadIsClosed(String octets) throws IOException {
        Exchange exchange = askPeer(octets);

        assertThat(exchange.ending()).isEqualTo(Ending.CLOSED);
        assertThat(exchange.answer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\n\r\nab", "Transfer-Encoding: chunked\r\n\r\n5\r\nab"})
    void aPeerThatClosesInTheBodyIsClosedWithWhatCame(String rest) throws IOException {
        Exchange exchange = askPeer("HTTP/1.1 200 OK\r\n" + rest);

        assertThat(exchange.ending()).isEqualTo(Ending.CLOSED);
        assertThat(exchange.status()).hasValue(200);
        assertThat(exchange.answer().orElseThrow().text()).isEqualTo("ab");
        assertThat(exchange.answered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n\r\nclose-delimited"})
    void aResetIsAReset(String octets) throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
            wire.head();
            wire.send(octets);
            wire.reset();
            return "";
        })) {
            assertThat(ask(peer.settings()).ending()).isEqualTo(Ending.RESET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0015\u0003\u0001\u0000\u0002\u0002\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNotHttpIsInvalid(String octets) throws IOException {
        Exchange exchange = askPeer(octets);

        assertThat(exchange.ending()).isEqualTo(Ending.INVALID);
        assertThat(exchange.problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nX: y\r\nX: "})
    void aHeadBeyondTheBoundIsInvalid(String beginning) throws IOException {
        assertThat(askPeer(beginning + "x".repeat(64 * 1024)).ending()).isEqualTo(Ending.INVALID);
    }

    @Test
    void anEndlessBodyIsReadUpToTheBound() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(EndingTest::sendForever);
                WireClient client = new WireClient(peer.settings(LONG), Recording.discarding())) {
            Exchange exchange = client.send(WireRequest.of("GET", "/"), piece -> {}, 1_000);

            assertThat(exchange.ending()).isEqualTo(Ending.OVERSIZE);
            assertThat(exchange.status()).hasValue(200);
            assertThat(exchange.answer().orElseThrow().body())
                    .isEqualTo(BodyDigest.of("x".repeat(1_000).getBytes(US_ASCII)));
        }
    }

    @Test
    void aBodyExactlyAsLongAsTheBoundIsWhole() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody");
                WireClient client = new WireClient(peer.settings(LONG), Recording.discarding())) {
            assertThat(client.send(WireRequest.of("GET", "/"), piece -> {}, 4).ending())
                    .isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void aSilentPeerTimesOut() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> wire.head() + wire.untilClosed().length)) {
            Exchange exchange = ask(peer.settings(SHORT));

            assertThat(exchange.ending()).isEqualTo(Ending.TIMED_OUT);
            assertThat(exchange.request().whole()).isTrue();
            assertThat(exchange.answer()).isEmpty();
        }
    }

    @Test
    void aPeerThatTakesNothingTimesOutInTheMiddleOfTheBody() throws IOException {
        CountDownLatch judged = new CountDownLatch(1);
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    judged.await();
                    return wire.countUntilClosed();
                });
                WireClient client = new WireClient(peer.settings(SHORT), Recording.discarding())) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/").body(Octets.body(1L << 30)));
            judged.countDown();

            long sent = exchange.request().body().length();
            assertThat(exchange.ending()).isEqualTo(Ending.TIMED_OUT);
            assertThat(exchange.request().whole()).isFalse();
            assertThat(exchange.request().body()).isEqualTo(Octets.digest(sent));
            assertThat(peer.result()).isEqualTo(sent);
        }
    }

    @Test
    void aSlowDripTimesOutWithWhatCame() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
            wire.head();
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (!wire.closedWithin(Duration.ofMillis(10))) {
                wire.send("x");
            }
            return "";
        })) {
            Exchange exchange = ask(peer.settings(SHORT));

            assertThat(exchange.ending()).isEqualTo(Ending.TIMED_OUT);
            assertThat(exchange.status()).hasValue(200);
            assertThat(exchange.answer().orElseThrow().text()).startsWith("x");
        }
    }

    @Test
    void aFaultOfOursIsAnException() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> wire.head());
                WireClient client = new WireClient(peer.settings(LONG), Recording.discarding())) {
            WireRequest request = WireRequest.of("PUT", "/").body(RequestBody.of(10, (position, into) -> {}));

            assertThatIllegalStateException()
                    .isThrownBy(() -> client.send(request))
                    .withMessageContaining("10 of 10 octets too few at position 0");
        }
    }

    private static String sendForever(RawPeer.Wire wire) throws IOException {
        wire.head();
        wire.send(ENDLESS);
        while (true) {
            wire.send("a\r\nxxxxxxxxxx\r\n");
        }
    }

    private static Exchange askPeer(String answer) throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, answer)) {
            return ask(peer.settings(LONG));
        }
    }

    private static Exchange ask(WireSettings settings) {
        try (WireClient client = new WireClient(settings, Recording.discarding())) {
            return client.send(WireRequest.of("GET", "/"));
        }
    }
}
