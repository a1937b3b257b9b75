package dev.imagestore.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EarlyAnswerTest {

    private static final long LARGE = 1L << 30;
    private static final String TOO_LARGE = "HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large";

    @Test
    void anEarlyAnswerStopsTheSending() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(TOO_LARGE);
                    return wire.countUntilClosed();
                });
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/").body(Octets.body(LARGE)));

            long sent = exchange.request().body().length();
            assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.answer().orElseThrow().text()).isEqualTo("too large");
            assertThat(exchange.request().whole()).isFalse();
            assertThat(sent).isLessThan(LARGE).isEqualTo(peer.result());
            assertThat(exchange.request().body()).isEqualTo(Octets.digest(sent));
        }
    }

    @Test
    void anAnswerBeforeTheCutIsTheEnd() throws IOException {
        try (RawPeer<Long> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send(TOO_LARGE);
                    return wire.countUntilClosed();
                });
                WireClient client = client(peer)) {
            Exchange exchange = client.send(
                    WireRequest.of("PUT", "/").body(Octets.body(LARGE)).cutAfter(LARGE / 2));

            assertThat(exchange.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.status()).hasValue(413);
        }
    }

    @RepeatedTest(8)
    void anAnswerIsNotLostWhenThePeerResetsAfterIt() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    String head = wire.head();
                    wire.send(TOO_LARGE);
                    wire.reset();
                    return head;
                });
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/").body(Octets.body(LARGE)));

            assertThat(exchange.ending()).as("%s", exchange.problem()).isEqualTo(Ending.COMPLETE);
            assertThat(exchange.answer().orElseThrow().text()).isEqualTo("too large");
            assertThat(exchange.request().whole()).isFalse();
        }
    }

    @Test
    void aResetWithoutAnAnswerWhileSendingIsAReset() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    String head = wire.head();
                    wire.reset();
                    return head;
                });
                WireClient client = client(peer)) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/").body(Octets.body(LARGE)));

            assertThat(exchange.ending()).isEqualTo(Ending.RESET);
            assertThat(exchange.problem()).isPresent();
        }
    }

    @Test
    void anInterimAnswerStopsNothing() throws IOException {
        int length = 1_000_000;
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    wire.head();
                    wire.send("HTTP/1.1 100 Continue\r\n\r\n");
                    wire.octets(length);
                    wire.send("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
                    return "";
                });
                WireClient client = client(peer)) {
            Exchange exchange = client.send(
                    WireRequest.of("PUT", "/").header("Expect", "100-continue").body(Octets.body(length)));

            assertThat(exchange.status()).hasValue(201);
            assertThat(exchange.request().whole()).isTrue();
            assertThat(exchange.request().body()).isEqualTo(Octets.digest(length));
        }
    }

    private static WireClient client(RawPeer<?> peer) {
        return new WireClient(peer.settings(), Recording.discarding());
    }
}
