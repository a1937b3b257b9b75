package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String NO = "HTTP/1.1 400 Bad\r\nContent-Length: 2\r\n\r\nno";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Recording recording = Recording.discarding();

    @Test
    void requestsShareTheConnectionAndItsNumber() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    String first = wire.head();
                    wire.send(OK);
                    String second = wire.head();
                    wire.send(NO);
                    return first + second;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Exchange first = dialogue.send(WireRequest.of("GET", "/one")).join();
            Exchange second = dialogue.send(WireRequest.of("GET", "/two")).join();

            assertThat(peer.result()).contains("GET /one").contains("GET /two");
            assertThat(List.of(first.status().getAsInt(), second.status().getAsInt()))
                    .containsExactly(200, 400);
            assertThat(second.connection()).isEqualTo(first.connection());
            assertThat(second.number()).isNotEqualTo(first.number());
        }
    }

    @Test
    void itIsSettledOnceTheConnectionStands() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> "");
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            assertThat(dialogue.settled()).succeedsWithin(SOON);
        }
    }

    @Test
    void requestsGoOutWithoutWaitingAndAnswersBelongToThemInTheirOrder() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    String body = new String(wire.octets(3), ISO_8859_1);
                    String second = wire.head();
                    wire.send(OK + NO);
                    return body + second;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            CompletableFuture<Exchange> first =
                    dialogue.send(WireRequest.of("PUT", "/one").body(RequestBody.of("abc".getBytes(ISO_8859_1))));
            CompletableFuture<Exchange> second = dialogue.send(WireRequest.of("GET", "/two"));

            assertThat(first.join().answer().orElseThrow().text()).isEqualTo("ok");
            assertThat(second.join().answer().orElseThrow().text()).isEqualTo("no");
            assertThat(peer.result()).startsWith("abcGET /two");
        }
    }

    @Test
    void theNextRequestWaitsForTheWholeBodyOfALargeOne() throws IOException {
        int length = 3_000_000;
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.octets(length);
                    String second = wire.head();
                    wire.send(OK + OK);
                    return second;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            CompletableFuture<Exchange> first =
                    dialogue.send(WireRequest.of("PUT", "/one").body(Octets.body(length)));
            CompletableFuture<Exchange> second = dialogue.send(WireRequest.of("GET", "/two"));

            assertThat(peer.result()).startsWith("GET /two");
            assertThat(first.join().request().body()).isEqualTo(Octets.digest(length));
            assertThat(second.join().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void aHeldBodyGoesWhenItIsAskedForAndReleased() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    String head = wire.head();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    String body = new String(wire.octets(3), ISO_8859_1);
                    wire.send(OK);
                    return head + body;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Dialogue.Held held = dialogue.hold(expecting());

            assertThat(held.invited().join()).isTrue();
            assertThat(held.done()).isNotDone();
            held.release();
            assertThat(held.done().join().status()).hasValue(200);
            assertThat(held.done().join().request().whole()).isTrue();
            assertThat(peer.result()).contains("Expect: 100-continue").endsWith("\r\n\r\nabc");
        }
    }

    @Test
    void aHeldBodyStaysWhenTheFinalAnswerComesFirst() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(NO);
                    return new String(wire.untilClosed(), ISO_8859_1);
                });
                WireClient client = client(peer)) {
            Exchange exchange;
            try (Dialogue dialogue = client.dialogue()) {
                Dialogue.Held held = dialogue.hold(expecting());

                assertThat(held.invited().join()).isFalse();
                exchange = held.done().join();
            }

            assertThat(exchange.status()).hasValue(400);
            assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.request().whole()).isFalse();
            assertThat(exchange.request().body().length()).isZero();
            assertThat(peer.result()).isEmpty();
        }
    }

    @Test
    void aHeldBodyCanGoInParts() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    String one = new String(wire.octets(1), ISO_8859_1);
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    String two = new String(wire.octets(2), ISO_8859_1);
                    wire.send(OK);
                    return one + two;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Dialogue.Held held = dialogue.hold(expecting());
            held.release(1);
            held.invited().join();
            held.release();

            assertThat(held.done().join().request().body().length()).isEqualTo(3);
            assertThat(peer.result()).isEqualTo("abc");
        }
    }

    @Test
    void theRestOfABodyIsSentAfterAnEarlyAnswer() throws IOException {
        int length = 3_000_000;
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(NO);
                    wire.octets(length);
                    String second = wire.head();
                    wire.send(OK);
                    return second;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Exchange first = dialogue.send(WireRequest.of("PUT", "/one").body(Octets.body(length)))
                    .join();
            Exchange second = dialogue.send(WireRequest.of("GET", "/two")).join();

            assertThat(first.status()).hasValue(400);
            assertThat(first.request().whole()).isTrue();
            assertThat(second.status()).hasValue(200);
            assertThat(peer.result()).startsWith("GET /two");
        }
    }

    @Test
    void anAnswerToHeadHasNoBodySoTheNextAnswerFollowsItsHead() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n");
                    wire.head();
                    wire.send(NO);
                    return "";
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Exchange head = dialogue.send(WireRequest.of("HEAD", "/one")).join();
            Exchange get = dialogue.send(WireRequest.of("GET", "/two")).join();

            assertThat(head.answer().orElseThrow().body().length()).isZero();
            assertThat(get.answer().orElseThrow().text()).isEqualTo("no");
        }
    }

    @Test
    void whatIsStillUnansweredWhenThePeerClosesEndsClosed() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, OK);
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            CompletableFuture<Exchange> first = dialogue.send(WireRequest.of("GET", "/one"));
            assertThat(first.join().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(dialogue.closedWithin(SOON)).isTrue();

            Exchange late = dialogue.send(WireRequest.of("GET", "/two")).join();

            assertThat(late.ending()).isIn(Ending.CLOSED, Ending.RESET);
            assertThat(late.answer()).isEmpty();
        }
    }

    @Test
    void aConnectionThatStaysIsNotClosed() throws IOException {
        try (RawPeer<Integer> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(OK);
                    return wire.untilClosed().length;
                });
                WireClient client = client(peer)) {
            try (Dialogue dialogue = client.dialogue()) {
                dialogue.send(WireRequest.of("GET", "/one")).join();

                assertThat(dialogue.closedWithin(Duration.ofMillis(50))).isFalse();
            }
            assertThat(peer.result()).isZero();
        }
    }

    @Test
    void moreThanWasAskedForEndsTheConnection() throws IOException {
        try (RawPeer<Integer> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(OK + NO);
                    return wire.untilClosed().length;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            Exchange only = dialogue.send(WireRequest.of("GET", "/one")).join();

            assertThat(only.status()).hasValue(200);
            assertThat(dialogue.closedWithin(SOON)).isTrue();
        }
    }

    @Test
    void anAnswerThatIsNoHttpEndsAllThatWait() throws IOException {
        try (RawPeer<Integer> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send("SSH-2.0-peer\r\n");
                    return wire.untilClosed().length;
                });
                WireClient client = client(peer);
                Dialogue dialogue = client.dialogue()) {
            CompletableFuture<Exchange> first = dialogue.send(WireRequest.of("GET", "/one"));

            assertThat(first.join().ending()).isEqualTo(Ending.INVALID);
            assertThat(dialogue.closedWithin(SOON)).isTrue();
        }
    }

    @Test
    void silenceIsATimeOut() throws IOException {
        try (RawPeer<Integer> peer = RawPeer.playing(wire -> wire.untilClosed().length);
                WireClient client = new WireClient(peer.settings(Duration.ofMillis(100)), recording);
                Dialogue dialogue = client.dialogue()) {
            Dialogue.Held held = dialogue.hold(expecting());

            assertThat(held.invited().join()).isFalse();
            assertThat(held.done().join().ending()).isEqualTo(Ending.TIMED_OUT);
            assertThat(peer.result()).isPositive();
        }
    }

    @Test
    void aConnectionThatCannotBeMadeIsRefused() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        WireSettings settings =
                new WireSettings(new Endpoint("http", "127.0.0.1", port, ""), SOON, 1 << 10, 1 << 10, Redactor.none());
        try (WireClient client = new WireClient(settings, recording);
                Dialogue dialogue = client.dialogue()) {
            assertThat(dialogue.send(WireRequest.of("GET", "/")).join().ending())
                    .isEqualTo(Ending.REFUSED);
            assertThat(dialogue.settled()).succeedsWithin(SOON);
        }
    }

    @Test
    void whatIsOpenWhenTheDialogueIsClosedIsGivenUp() throws IOException {
        List<CompletableFuture<Exchange>> asked = new ArrayList<>();
        try (RawPeer<Integer> peer = RawPeer.playing(wire -> wire.untilClosed().length);
                WireClient client = client(peer)) {
            try (Dialogue dialogue = client.dialogue()) {
                asked.add(dialogue.send(WireRequest.of("GET", "/one")));
                asked.add(dialogue.send(WireRequest.of("GET", "/two")));
            }

            assertThat(asked)
                    .allSatisfy(each ->
                            assertThat(each).failsWithin(SOON).withThrowableOfType(CancellationException.class));
        }
    }

    private static WireRequest expecting() {
        return WireRequest.of("PUT", "/")
                .header("Expect", "100-continue")
                .body(RequestBody.of("abc".getBytes(ISO_8859_1)));
    }

    private WireClient client(RawPeer<?> peer) {
        return new WireClient(peer.settings(), recording);
    }
}
