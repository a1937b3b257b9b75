package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.subject.ImageStore.Origin;
import dev.imagestore.tck.wire.RequestBody;
import dev.imagestore.tck.wire.WireSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TalkTest {

    private static final String ID = "6a09e667-bb67-4ae8-bc6e-372fe94f82b0";

    private final List<Exchange> told = new CopyOnWriteArrayList<>();
    private final Origin origin = new Origin("HTTP-03/a-case", true, told::add);

    @Test
    void callsGoOverOneConnectionAndAreTold() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(204, "");
                ImageStore store = store(peer);
                Talk talk = store.talk(origin)) {
            CompletableFuture<Exchange> first = talk.send(Call.getSession(ID));
            CompletableFuture<Exchange> second = talk.send(Call.commit(ID));

            assertThat(first.join().connection()).isEqualTo(second.join().connection());
            assertThat(told).extracting(e -> e.request().method()).containsExactly("GET", "POST");
            assertThat(told).extracting(Exchange::caseId).containsOnly("HTTP-03/a-case");
            assertThat(peer.asked())
                    .hasSize(2)
                    .allSatisfy(asked -> assertThat(asked.headers()).containsKey("X-tck-case"));
        }
    }

    @Test
    void theBodyOfAHeldCallGoesWhenItIsReleased() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "");
                ImageStore store = store(peer);
                Talk talk = store.talk(origin)) {
            Talk.Waiting waiting = talk.hold(Call.chunk("a/b", ID).body(RequestBody.of(new byte[9])));
            assertThat(waiting.done()).isNotDone();
            waiting.body().release();

            assertThat(waiting.done().join().status()).hasValue(200);
            assertThat(waiting.done().join().request().body().length()).isEqualTo(9);
        }
    }

    @Test
    void aConnectionClosedBehindAnAnswerDoesNotCountAgainstTheTarget() throws IOException {
        try (TinyPeer peer = TinyPeer.playing(exchange -> {
                    exchange.getResponseHeaders().set("Connection", "close");
                    TinyPeer.answer(exchange, 200, "");
                });
                ImageStore store = store(peer)) {
            for (int i = 0; i < 4; i++) {
                try (Talk talk = store.talk(origin)) {
                    assertThat(talk.send(Call.getSession(ID)).join().ending()).isEqualTo(Ending.COMPLETE);
                    assertThat(talk.closedWithin(Duration.ofSeconds(20))).isTrue();
                    for (int unanswered = 0; unanswered < 10; unanswered++) {
                        assertThat(talk.send(Call.getSession(ID)).join().answered())
                                .isFalse();
                    }
                }
            }

            assertThat(store.lost()).isEmpty();
        }
    }

    private static ImageStore store(TinyPeer peer) {
        return new ImageStore(
                new WireSettings(peer.endpoint(), Duration.ofSeconds(20), 1 << 16, 1 << 16, Redactor.none()),
                Recording.discarding(),
                List.of());
    }
}
