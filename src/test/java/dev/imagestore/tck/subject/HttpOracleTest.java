package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.subject.TinyPeer.Asked;
import dev.imagestore.tck.wire.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOracleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final FileContent CANDIDATE = FileContent.of("what was uploaded");

    @Test
    void theRightBytesAreThere() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "what was uploaded")) {
            StoredFile stored = read(peer, CANDIDATE);

            assertThat(stored).isInstanceOfSatisfying(StoredFile.Present.class, file -> {
                assertThat(file.length()).isEqualTo(17);
                assertThat(file.is(0)).isTrue();
            });
        }
    }

    @Test
    void aWrongByteIsSeen() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(200, "what was uploadet")) {
            StoredFile stored = read(peer, CANDIDATE, FileContent.of("what was uploadet"));

            assertThat(stored).isInstanceOfSatisfying(StoredFile.Present.class, file -> {
                assertThat(file.is(0)).isFalse();
                assertThat(file.is(1)).isTrue();
            });
        }
    }

    @Test
    void notFoundIsNoFile() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(404, "")) {
            assertThat(read(peer, CANDIDATE)).isEqualTo(new StoredFile.Absent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 403, 500})
    void anyOtherAnswerIsAFailureOfTheInstrument(int status) throws IOException {
        try (TinyPeer peer = TinyPeer.answering(status, "")) {
            assertThatThrownBy(() -> read(peer, CANDIDATE))
                    .isInstanceOf(InstrumentException.class)
                    .hasMessageContaining("answered " + status)
                    .hasMessageContaining("expected 200 or 404");
        }
    }

    @Test
    void aBodyThatBreaksOffIsToldFromOtherFailures() throws IOException {
        TinyPeer.Script broken = exchange -> {
            exchange.sendResponseHeaders(200, 17);
            exchange.getResponseBody().write(new byte[3]);
            exchange.getResponseBody().flush();
        };
        try (TinyPeer peer = TinyPeer.playing(broken)) {
            assertThatThrownBy(() -> read(peer, CANDIDATE)).isInstanceOf(BrokenOffException.class);
        }
    }

    @Test
    void anOracleThatIsNotThereIsAFailureOfTheInstrument() throws IOException {
        TinyPeer gone = TinyPeer.answering(200, "");
        gone.close();

        assertThatThrownBy(() -> read(gone, CANDIDATE)).isInstanceOf(InstrumentException.class);
    }

    @Test
    void anEndlessBodyIsReadNoFurtherThanNeeded() throws IOException {
        TinyPeer.Script endless = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (true) {
                body.write(new byte[1 << 16]);
            }
        };
        try (TinyPeer peer = TinyPeer.playing(endless)) {
            StoredFile stored = read(peer, CANDIDATE);

            assertThat(stored).isInstanceOfSatisfying(StoredFile.Present.class, file -> {
                assertThat(file.is(0)).isFalse();
                assertThat(file.length()).isLessThan(128 << 20);
            });
        }
    }

    @Test
    void thePathIsEncodedBySegment() throws IOException {
        try (TinyPeer peer = TinyPeer.answering(404, "")) {
            oracle(peer.endpoint().url() + "/raw/{path}?full=1", "a b/c%d");

            assertThat(peer.asked()).extracting(Asked::target).containsExactly("/raw/a%20b/c%25d?full=1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/raw/", "http://{path}/raw", "host/{path}", "ftp://host/{path}", "{path}"})
    void aTemplateThatCannotBeMeantIsRefused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oracle(template, "a"))
                .withMessageContaining("expected");
    }

    private static StoredFile read(TinyPeer peer, FileContent... candidates) {
        return oracle(peer.endpoint().url() + "/raw/{path}", "a/b", candidates);
    }

    private static StoredFile oracle(String template, String path, FileContent... candidates) {
        try (HttpOracle oracle = new HttpOracle(template, PATIENCE, Tls.DEFAULT)) {
            return oracle.read(path, List.of(candidates));
        }
    }
}
