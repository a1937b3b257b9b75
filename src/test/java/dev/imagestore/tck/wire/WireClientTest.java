package dev.imagestore.tck.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireClientTest {

    private static final String SECRET = "s3cr3t-t0ken";

    @TempDir
    Path folder;

    @Test
    void aFinishedExchangeIsInTheRecording() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(3, "HTTP/1.1 200 OK\r\n\r\nbody");
                Recording recording = Recording.create(folder);
                WireClient client = new WireClient(peer.settings(), recording)) {
            Exchange exchange = client.send(WireRequest.of("PUT", "/a")
                    .body(RequestBody.of(new byte[3]))
                    .forCase("CR-07/last-equals-length"));

            assertThat(recorded()).containsExactly(exchange);
            assertThat(exchange.caseId()).isEqualTo("CR-07/last-equals-length");
            assertThat(exchange.endedAfter()).isGreaterThanOrEqualTo(exchange.sentAfter());
        }
    }

    @Test
    void aSecretIsSentButNeverReportedOrStored() throws IOException {
        Header header = new Header("Authorization", "Bearer " + SECRET);
        try (RawPeer<String> peer = RawPeer.playing(wire -> {
                    String head = wire.head();
                    wire.send("HTTP/1.1 200 " + SECRET + "\r\nX-Echo: " + SECRET + "\r\n\r\n" + head);
                    return head;
                });
                Recording recording = Recording.create(folder);
                WireClient client = new WireClient(secretive(peer, header), recording)) {
            Exchange exchange =
                    client.send(WireRequest.of("GET", "/?token=" + SECRET).header(header.name(), header.value()));

            assertThat(peer.result()).contains("Authorization: Bearer " + SECRET + "\r\n");
            assertThat(exchange.toString()).doesNotContain(SECRET);
            assertThat(exchange.request().target()).isEqualTo("/?token=***");
            assertThat(exchange.answer().orElseThrow().text()).contains("Authorization: ***\r\n");
            assertThat(exchange.answer().orElseThrow().truncated()).isFalse();
            assertThat(recorded()).containsExactly(exchange);
            assertThat(everythingStored()).isNotEmpty().noneMatch(file -> file.contains(SECRET));
        }
    }

    @Test
    void aSecretAcrossTheBoundOfWhatIsKeptIsHiddenToo() throws IOException {
        try (RawPeer<String> peer = RawPeer.answering(0, "HTTP/1.1 200 OK\r\n\r\necho " + SECRET + " and more");
                WireClient client = new WireClient(
                        new WireSettings(
                                peer.endpoint(),
                                Duration.ofSeconds(20),
                                1_000,
                                12,
                                Redactor.of(List.of(new Header("X-Key", SECRET)))),
                        Recording.discarding())) {
            Exchange exchange = client.send(WireRequest.of("GET", "/"));

            assertThat(exchange.answer().orElseThrow().text()).isEqualTo("echo ***");
            assertThat(exchange.answer().orElseThrow().truncated()).isTrue();
        }
    }

    @Test
    void closingGivesUpWhatIsOpen() throws IOException {
        try (RawPeer<String> peer = RawPeer.playing(wire -> wire.head() + wire.untilClosed().length)) {
            WireClient client = new WireClient(peer.settings(), Recording.discarding());
            CompletableFuture<Exchange> open = client.sendAsync(WireRequest.of("GET", "/"));

            client.close();

            assertThat(open).isCompletedExceptionally();
            assertThatThrownBy(() -> client.send(WireRequest.of("GET", "/")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    private static WireSettings secretive(RawPeer<?> peer, Header secret) {
        return new WireSettings(peer.endpoint(), Duration.ofSeconds(20), 1_000, 1_000, Redactor.of(List.of(secret)));
    }

    private List<Exchange> recorded() {
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            return exchanges.toList();
        }
    }

    private List<String> everythingStored() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(WireClientTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
