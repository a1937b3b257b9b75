package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.subject.ImageStore.Origin;
import dev.imagestore.tck.subject.TinyPeer.Asked;
import dev.imagestore.tck.wire.WireSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStoreTest {

    private static final String ID = "6a09e667-bb67-4ae8-bc6e-372fe94f82b0";
    private static final List<Header> SECRET = List.of(new Header("X-Key", "open sesame"));

    @TempDir
    Path folder = Path.of("");

    private final List<Exchange> told = new ArrayList<>();
    private final Origin origin = new Origin("CR-07/a-case", true, told::add);
    private final Origin nameless = new Origin("CR-07/a-case", false, told::add);

    @Test
    void aQueryIsAGetWithVersionAndIdAndNothingElse() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(204, "")) {
            with(peer, store -> store.session(ID, origin));

            assertThat(peer.asked()).hasSize(1);
            Asked asked = peer.asked().get(0);
            assertThat(asked.method() + " " + asked.target())
                    .isEqualTo("GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id=" + ID);
            assertThat(asked.headers()).containsOnlyKeys("Host", "X-key", "X-tck-case");
        }
    }

    @Test
    void aQueryIsRecordedAndTold() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(204, "")) {
            SessionReading reading = with(peer, store -> store.politely(ID, origin));

            assertThat(reading.response()).get().extracting(r -> r.statusCode()).isEqualTo(204);
            assertThat(told).hasSize(1);
            assertThat(recorded()).extracting(SentRequest::method).containsExactly("GET");
        }
    }

    @Test
    void theJsonOfAnAnswerIsReadUnderAnyType() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "{\"UploadSessions\":[{}]}")) {
            SessionReading reading = with(peer, store -> store.politely(ID, origin));

            reading.response().orElseThrow().then().body("UploadSessions", hasSize(1));
        }
    }

    @Test
    void aQueryWithoutAnAnswerIsAReadingToo() throws IOException {
        TinyPeer gone = TinyPeer.answering(200, "");
        gone.close();

        SessionReading reading = with(gone, store -> store.session(ID, origin));

        assertThat(reading.state()).isEqualTo(SessionReading.State.UNREADABLE);
        assertThat(reading.response()).isEmpty();
    }

    @Test
    void everyRequestCarriesTheHeadersAndTheCase() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "")) {
            with(peer, store -> store.send(Call.commit(ID), origin));

            assertThat(peer.asked().get(0).headers())
                    .containsEntry("X-key", List.of("open sesame"))
                    .containsEntry("X-tck-case", List.of("CR-07/a-case"));
        }
    }

    @Test
    void theCaseIsNotNamedWhenThatIsNotWanted() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "")) {
            with(peer, store -> store.send(Call.commit(ID), nameless));

            assertThat(peer.asked().get(0).headers()).doesNotContainKey("X-tck-case");
        }
    }

    @Test
    void aSecretIsNotInTheRecording() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(400, "you said open sesame")) {
            with(peer, store -> store.send(Call.commit(ID).with("key", "open%20sesame"), origin));
        }

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("sesame"));
        }
    }

    private <T> T with(TinyPeer peer, Function<ImageStore, T> use) {
        WireSettings settings =
                new WireSettings(peer.endpoint(), Duration.ofSeconds(20), 1 << 20, 1 << 10, Redactor.of(SECRET));
        try (Recording recording = Recording.create(folder);
                ImageStore store = new ImageStore(settings, recording, SECRET)) {
            return use.apply(store);
        }
    }

    private List<SentRequest> recorded() {
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            return exchanges.map(Exchange::request).toList();
        }
    }
}
