package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.wire.WireSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 503 or 429 with Retry-After asks to come back, and is no answer to the case yet. */
class ComeBackLaterTest {

    private final List<Exchange> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void anAnswerThatAsksToComeBackIsObeyedAndTheLaterOneCounts(int busyStatus) throws IOException {
        AtomicInteger busy = new AtomicInteger(2);
        TinyPeer.Script soonReady = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            TinyPeer.answer(exchange, busy.getAndDecrement() > 0 ? busyStatus : 200, "");
        };
        try (TinyPeer peer = TinyPeer.playing(soonReady)) {
            Exchange last = commit(peer);

            assertThat(last.status()).hasValue(200);
            assertThat(told).extracting(e -> e.status().orElse(0)).containsExactly(busyStatus, busyStatus, 200);
        }
    }

    @Test
    void anAnswerThatAlwaysAsksToComeBackIsTakenInTheEnd() throws IOException {
        TinyPeer.Script never = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            TinyPeer.answer(exchange, 503, "");
        };
        try (TinyPeer peer = TinyPeer.playing(never)) {
            Exchange last = commit(peer);

            assertThat(last.status()).hasValue(503);
            assertThat(peer.asked()).hasSize(6);
        }
    }

    @Test
    void itIsObeyedOnAConnectionThatIsKeptToo() throws IOException {
        AtomicInteger busy = new AtomicInteger(2);
        TinyPeer.Script soonReady = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            TinyPeer.answer(exchange, busy.getAndDecrement() > 0 ? 503 : 200, "");
        };
        try (TinyPeer peer = TinyPeer.playing(soonReady);
                Recording recording = Recording.discarding();
                ImageStore store = new ImageStore(settings(peer), recording, List.of());
                Talk talk = store.talk(origin())) {
            assertThat(talk.ask(Call.commit("id")).status()).hasValue(200);
            assertThat(told).extracting(e -> e.status().orElse(0)).containsExactly(503, 503, 200);
        }
    }

    @Test
    void anAnswerThatDoesNotAskToComeBackIsFinal() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(503, "")) {
            commit(peer);

            assertThat(peer.asked()).hasSize(1);
        }
    }

    private Exchange commit(TinyPeer peer) {
        try (Recording recording = Recording.discarding();
                ImageStore store = new ImageStore(settings(peer), recording, List.of())) {
            return store.send(Call.commit("id"), origin());
        }
    }

    private static WireSettings settings(TinyPeer peer) {
        return new WireSettings(peer.endpoint(), Duration.ofSeconds(20), 1 << 20, 1 << 10, Redactor.none());
    }

    private ImageStore.Origin origin() {
        return new ImageStore.Origin("CR-07/a-case", true, told::add);
    }
}
