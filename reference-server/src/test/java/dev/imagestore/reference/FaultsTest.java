package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.request;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What fails below the server fails one request; the others go on, and nothing that is wrong is published. */
class FaultsTest {

    @TempDir
    private Path folder;

    private final UUID hit = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private Path only(String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("staging"), glob)) {
            return files.iterator().next();
        }
    }

    private static void assertFailed(Wire.Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo("{\"Error\":{\"Code\":\"E_FAIL\",\"Message\":\"" + message + "\"}}");
    }

    private void assertTheOtherGoesOn(ServerFixture server) throws IOException {
        assertThat(server.upload("other", other, "def", 3, 6)).isEqualTo(200);
        assertThat(server.ask(commit(other)).status()).isEqualTo(200);
        assertThat(server.ask(content("other")).text()).isEqualTo("abcdef");
    }

    @Test
    void stagedBytesThatVanishedAreNotPublishedAsZeros() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder);
                LogLines log = new LogLines()) {
            server.upload("file", hit, "abc", 0, 6);
            Files.delete(only(hit + "-*[0-9]"));
            server.upload("other", other, "abc", 0, 6);

            assertFailed(
                    server.ask(ServerFixture.chunk("file", hit, 3, 5, 6) + "def"), "The bytes 3-5 could not be stored");
            assertThat(log.errors()).singleElement().asString().contains("NoSuchFileException");
            assertThat(server.ask(commit(hit)).status()).isEqualTo(400);

            assertThat(server.ask(request("GET", "file")).status()).isEqualTo(404);
            assertTheOtherGoesOn(server);
        }
        try (ServerFixture server = ServerFixture.sound(folder)) {
            assertThat(server.ask(session(hit)).status()).isEqualTo(404);
        }
    }

    @Test
    void aFirstChunkThatCannotBeStoredIsToldInOneLine() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder);
                LogLines log = new LogLines()) {
            Path staging = folder.resolve("staging");
            Path aside = folder.resolve("aside");
            Files.move(staging, aside);

            assertFailed(
                    server.ask(ServerFixture.chunk("file", hit, 0, 2, 6) + "abc"), "The bytes 0-2 could not be stored");

            assertThat(log.errors()).singleElement().asString().contains("NoSuchFileException");
            Files.move(aside, staging);
            assertThat(server.upload("file", hit, "abc", 0, 6)).isEqualTo(200);
        }
    }

    @Test
    void theyAreNotPublishedAfterARestartEither() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder)) {
            server.upload("file", hit, "abc", 0, 6);
        }
        try (ServerFixture server = ServerFixture.sound(folder)) {
            Files.delete(only(hit + "-*[0-9]"));
            assertThat(server.upload("file", hit, "def", 3, 6)).isEqualTo(500);
        }
    }

    @Test
    void aCompleteFileThatVanishedIsNotCommittedAndDoesNotReplaceTheOldOne() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder)) {
            server.ask(ServerFixture.put("file", "old"));
            server.upload("file", hit, "abc", 0, 3);
            server.upload("other", other, "abc", 0, 6);
            Files.delete(only(hit + "-*[0-9]"));

            assertFailed(server.ask(commit(hit)), "'file' could not be published");

            assertThat(server.ask(content("file")).text()).isEqualTo("old");
            assertTheOtherGoesOn(server);
        }
    }

    @Test
    void aChunkThatCannotBeRecordedIsNotAcknowledged() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder)) {
            server.upload("file", hit, "abc", 0, 6);
            server.upload("other", other, "abc", 0, 6);
            Files.delete(only(hit + "*.journal"));

            assertFailed(
                    server.ask(ServerFixture.chunk("file", hit, 3, 5, 6) + "def"), "The bytes 3-5 could not be stored");
            assertThat(server.ask(session(hit)).text()).contains("\"StartPosition\":\"3\"");
            assertTheOtherGoesOn(server);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJournalThatCannotBeReadStaysForALaterStart() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder)) {
            server.upload("file", hit, "abc", 0, 6);
            server.upload("other", other, "abc", 0, 6);
        }
        Path journal = only(hit + "*.journal");
        Path aside = folder.resolve("aside");
        Files.move(journal, aside);
        Files.createSymbolicLink(journal, Path.of("/proc/self/mem")); // a file whose first bytes are an error to read

        try (ServerFixture server = ServerFixture.sound(folder)) {
            assertThat(server.ask(session(hit)).status()).isEqualTo(404);
            assertTheOtherGoesOn(server);
            Files.move(aside, journal, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (ServerFixture server = ServerFixture.sound(folder)) {
            assertThat(server.upload("file", hit, "def", 3, 6)).isEqualTo(200);
            assertThat(server.ask(commit(hit)).status()).isEqualTo(200);
            assertThat(server.ask(content("file")).text()).isEqualTo("abcdef");
        }
    }

    @Test
    void healthIsThatUploadsCanBeWritten() throws IOException {
        String health = "GET /_health HTTP/1.1\r\nHost: h\r\n\r\n";
        try (ServerFixture server = ServerFixture.sound(folder)) {
            server.upload("file", hit, "abc", 0, 6);
            assertThat(server.ask(health).text())
                    .isEqualTo("{\"Status\":\"Ok\",\"UnfinishedUploads\":\"1\",\"StagedBytes\":\"3\"}");

            Files.delete(folder.resolve("transit"));

            assertFailed(server.ask(health), "The store cannot be written to");
            assertThat(server.ask("POST /_health HTTP/1.1\r\nHost: h\r\n\r\n").status())
                    .isEqualTo(405);
        }
    }

    @Test
    void aClockThatIsSetBackEndsNothing() throws IOException {
        ManualClock clock = new ManualClock();
        try (ServerFixture server = ServerFixture.at(clock, folder)) {
            server.upload("file", hit, "abc", 0, 6);
            server.upload("old", UUID.randomUUID(), "abc", 0, 6);
            clock.advance(Duration.ofDays(-2));
            assertThat(server.upload("file", hit, "def", 3, 6)).isEqualTo(200);
            assertThat(server.ask(commit(hit)).status()).isEqualTo(200);
            server.upload("other", other, "abc", 0, 6);
        }
        try (ServerFixture server = ServerFixture.at(clock, folder)) {
            assertThat(server.ask(content("file")).text()).isEqualTo("abcdef");
            assertTheOtherGoesOn(server);
        }
    }
}
