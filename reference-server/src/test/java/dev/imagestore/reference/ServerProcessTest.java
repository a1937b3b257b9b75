package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program dies, and what the next one finds. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ServerProcessTest {

    private static final int LENGTH = 3_000_000;

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private final byte[] file = new byte[LENGTH];

    private ServerProcess start(String... arguments) throws IOException {
        return ServerProcess.start(folder.resolve("data"), arguments);
    }

    private void upload(ServerProcess server, int first, int last) throws IOException {
        try (Wire wire = server.connect()) {
            wire.send(chunk("a/file", id, first, last, LENGTH)).send(Arrays.copyOfRange(file, first, last + 1));
            assertThat(wire.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void anUploadGoesOnAfterTheServerWasKilledInTheMiddleOfAChunk() throws Exception {
        new Random(5).nextBytes(file);
        String before;
        try (ServerProcess server = start()) {
            upload(server, 1_000_000, 1_999_999);
            try (Wire wire = server.connect()) {
                wire.send(chunk("a/file", id, 0, 999_999, LENGTH)).send(Arrays.copyOf(file, 900_000));
                before = server.ask(session(id)).text();
                server.signal("KILL");
                assertThat(server.exitCode()).isEqualTo(128 + 9);
            }
        }

        try (ServerProcess server = start()) {
            assertThat(server.ask(session(id)).text())
                    .isEqualTo(before)
                    .contains("\"EndPosition\":\"999999\"")
                    .contains("\"StartPosition\":\"2000000\"");
            upload(server, 0, 999_999);
            upload(server, 2_000_000, 2_999_999);
            assertThat(server.ask(commit(id)).status()).isEqualTo(200);
            assertThat(Arrays.equals(server.ask(content("a/file")).body(), file))
                    .isTrue();
        }
    }

    @Test
    void tornJournalsAreToldOnce() throws Exception {
        try (ServerProcess server = start()) {
            upload(server, 0, 9);
            server.ask(chunk("other", UUID.randomUUID(), 0, 0, 2) + "x");
            server.signal("KILL");
            server.exitCode();
        }
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder.resolve("data/staging"), "*.journal")) {
            for (Path journal : journals) {
                Files.writeString(journal, "12345678 chu", StandardOpenOption.APPEND);
            }
        }

        try (ServerProcess server = start()) {
            assertThat(server.ask(session(id)).status()).isEqualTo(200);
            assertThat(server.log().lines().filter(line -> line.contains("journals")))
                    .singleElement()
                    .asString()
                    .contains("the journals of 2 sessions ended in a record that was not written whole");
            server.signal("KILL");
            server.exitCode();
        }
        try (ServerProcess server = start()) {
            assertThat(server.ask(session(id)).status()).isEqualTo(200);
            assertThat(server.log()).doesNotContain("journals");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aServerThatIsToldToEndFinishesWhatIsUnderWay(String signal) throws Exception {
        try (ServerProcess server = start()) {
            try (Wire wire = server.connect();
                    Wire atRest = server.connect()) {
                wire.send(chunk("file", id, 0, 2, 4).replace("Host", "Expect: 100-continue\r\nHost"));
                assertThat(wire.answer().status()).isEqualTo(100);

                server.signal(signal);
                assertThat(atRest.isEnded()).isTrue();
                assertAcceptsNoMore(server);

                Wire.Answer answer = wire.send("abc").answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.head()).containsIgnoringCase("connection: close");
                assertThat(wire.isEnded()).isTrue();
            }
            assertThat(server.exitCode()).isZero();
        }
        assertThat(folder.resolve("data/tenure")).content().contains("flushed yes");
        try (ServerProcess server = start()) {
            assertThat(server.ask(session(id)).text()).contains("\"StartPosition\":\"3\"");
        }
    }

    private static void assertAcceptsNoMore(ServerProcess server) throws IOException {
        try (Wire late = server.connect()) {
            throw new AssertionError("connected: " + late);
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("refused");
        }
    }

    @Test
    void sessionsAreSweptByTheTimer() throws IOException {
        try (ServerProcess server = start("--session-timeout=1", "--sweep-interval=1")) {
            server.ask(chunk("file", id, 0, 2, 4) + "abc");

            Path staging = folder.resolve("data/staging");
            boolean swept = false;
            while (!swept) {
                Thread.onSpinWait();
                try (DirectoryStream<Path> files = Files.newDirectoryStream(staging)) {
                    swept = !files.iterator().hasNext();
                }
            }
            assertThat(server.ask(session(id)).status()).isEqualTo(404);
            assertThat(server.ask("POST /_clock?advance=1 HTTP/1.1\r\nHost: h\r\n\r\n")
                            .status())
                    .as("the clock is not served unless asked for")
                    .isEqualTo(404);
        }
    }

    @Test
    void eachRequestIsALineOfTheLogIfAskedFor() throws Exception {
        try (ServerProcess server = start("--log=json", "--log-level=debug")) {
            server.ask("GET /_health?\"x\ty HTTP/1.1\r\nHost: h\r\n\r\n");
            server.ask(session(id));
            server.signal("TERM");
            server.exitCode();

            assertThat(server.log().lines().filter(line -> line.contains("\"request\"")))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains("\"status\":\"400\"")
                                    .doesNotContain("\t"),
                            line -> assertThat(line)
                                    .startsWith("{")
                                    .contains("\"level\":\"DEBUG\"", "\"method\":\"GET\"", "\"status\":\"404\"")
                                    .contains("GetUploadSession?api-version=6.0&session-id=" + id));
        }
        try (ServerProcess server = start()) {
            server.ask(session(id));
            assertThat(server.log()).doesNotContain("request");
        }
    }

    @Test
    void theClockIsServedIfAskedFor() throws IOException {
        try (ServerProcess server = start("--clock")) {
            assertThat(server.ask("POST /_clock?advance=1 HTTP/1.1\r\nHost: h\r\n\r\n")
                            .status())
                    .isEqualTo(200);
        }
    }
}
