package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.delete;
import static dev.imagestore.reference.ServerFixture.put;
import static dev.imagestore.reference.ServerFixture.request;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server that is strict about HTTP answers, where the documentation leaves it open. */
class StrictHttpProfileTest {

    @TempDir
    private Path folder;

    private ServerFixture server;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void start() throws IOException {
        server = ServerFixture.of(Behaviour.strictHttp(), folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aNewFileIsCreatedAndAnOldOneReplaced() throws IOException {
        assertThat(server.ask(put("file", "x")).status()).isEqualTo(201);
        assertThat(server.ask(put("file", "y")).status()).isEqualTo(200);
        assertThat(server.ask(chunk("other", id, 0, 0, 1) + "x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | nowhere/$/x | 404 | -",
                "PUT | $/UploadChunk | 404 | -",
                "POST | file | 405 | DELETE, GET, HEAD, PUT",
                "OPTIONS | file | 405 | DELETE, GET, HEAD, PUT",
                "GET | $/CommitUploadSession | 405 | POST",
                "DELETE | | 405 | GET, HEAD",
                "BREW | file | 501 | -",
            })
    void aMissIsWhatHttpCallsIt(String method, String path, int status, String allowed) throws IOException {
        Wire.Answer answer = server.ask(request(method, path == null ? "" : path));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).startsWith("{\"Error\":{\"Code\":");
        if (!allowed.equals("-")) {
            assertThat(answer.head()).containsIgnoringCase("\r\nallow: " + allowed + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 9-0/10",
                "bytes 0-10/10",
                "bytes */10",
                "bytes 0-9/*",
                "bytes  0-9/10",
                "0-9/10",
                "bytes 0-0/0",
                ""
            })
    void aMalformedRangeIsRefused(String range) throws IOException {
        String request = "PUT /ImageStore/file/$/UploadChunk?api-version=6.0&session-id=" + id
                + " HTTP/1.1\r\nHost: h\r\nContent-Range: " + range + "\r\nContent-Length: 10\r\n\r\n0123456789";

        assertThat(server.ask(request).status()).isEqualTo(400);
        assertThat(server.ask(request.replace("Range: " + range, "Range: BYTES 0-9/10"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSessionThatIsNotThereIsNotFound() throws IOException {
        String bypath = request("GET", "file/$/GetUploadSession");
        assertThat(server.ask(session(id)).status()).isEqualTo(404);
        assertThat(server.ask(bypath).status()).isEqualTo(404);
        assertThat(server.ask(commit(id)).status()).isEqualTo(404);
        assertThat(server.ask(delete(id)).status()).isEqualTo(404);

        server.upload("file", id, "abc", 0, 3);
        assertThat(server.upload("file", id, "abc", 0, 3)).isEqualTo(200);
        assertThat(server.ask(bypath).status()).isEqualTo(200);
        assertThat(server.ask(commit(id)).status()).isEqualTo(200);
        assertThat(server.ask(session(id)).status()).isEqualTo(404);
        assertThat(server.ask(commit(id)).status()).isEqualTo(404);
        assertThat(server.ask(content("file")).text()).isEqualTo("abc");
    }
}
