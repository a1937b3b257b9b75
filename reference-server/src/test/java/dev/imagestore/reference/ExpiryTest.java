package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions expire when the clock of the server is moved. */
class ExpiryTest {

    @TempDir
    private Path folder;

    private ServerFixture server;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void start() throws IOException {
        server = ServerFixture.sound(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Wire.Answer advance(String seconds) throws IOException {
        return server.ask("POST /_clock?advance=" + seconds + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void theStagedBytesGoAndPublishedOnesStay() throws IOException {
        server.upload("file", id, "old", 0, 3);
        server.ask(commit(id));
        server.upload("file", id, "new content", 0, 20);
        assertThat(folder.resolve("staging")).isNotEmptyDirectory();

        assertThat(advance("1799").text()).matches("\\{\"Time\":\"2\\d{3}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{3}Z\"}");
        assertThat(server.ask(session(id)).status()).isEqualTo(200);
        assertThat(advance("2").status()).isEqualTo(200);

        assertThat(folder.resolve("staging")).isEmptyDirectory();
        assertThat(server.ask(session(id)).status()).isEqualTo(404);
        assertThat(server.ask(commit(id)).status()).isEqualTo(400);
        assertThat(server.ask(content("file")).text()).isEqualTo("old");
        assertThat(server.upload("elsewhere", id, "x", 0, 1)).isEqualTo(200);
    }

    @Test
    void whatIsStillBeingWrittenGoesWithItsWriter() throws IOException {
        server.upload("file", id, "abc", 0, 9);
        try (Wire wire = server.connect();
                LogLines log = new LogLines()) {
            wire.send(chunk("file", id, 3, 8, 9).replace("Host", "Expect: 100-continue\r\nHost"));
            assertThat(wire.answer().status()).isEqualTo(100);
            advance("1800");

            Wire.Answer late = wire.send("defghi").answer();

            assertThat(late.status()).isEqualTo(404);
            assertThat(late.text()).contains("The session ended while the chunk was on its way");
            assertThat(log.errors()).isEmpty();
        }
        server.upload("file", id, "fresh", 0, 5);
        server.ask(commit(id));
        assertThat(server.ask(content("file")).text()).isEqualTo("fresh");
        assertThat(folder.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void timeIsMovedByWholeSecondsOnly() throws IOException {
        assertThat(advance("soon").status()).isEqualTo(400);
        assertThat(advance("soon").text()).contains("'soon' is not a number of seconds from 0 to 999999999");
    }
}
