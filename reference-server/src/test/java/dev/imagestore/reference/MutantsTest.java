package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mutant shows its one defect, and is right where it ought to be. */
class MutantsTest {

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();

    @Test
    void arrivalOrderJoinsShuffledChunksWrong() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "arrival-order")) {
            server.upload("shuffled", id, "def", 3, 6);
            server.upload("shuffled", id, "abc", 0, 6);
            assertThat(server.ask(commit(id)).status()).isEqualTo(200);
            assertThat(server.ask(content("shuffled")).text()).isEqualTo("defabc");

            server.upload("ordered", id, "abc", 0, 6);
            server.upload("ordered", id, "def", 3, 6);
            server.ask(commit(id));
            assertThat(server.ask(content("ordered")).text()).isEqualTo("abcdef");
        }
    }

    @Test
    void gapAcceptedPublishesAFileWithAHole() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "gap-accepted")) {
            server.upload("file", id, "def", 3, 6);
            assertThat(server.ask(session(id)).text()).contains("\"EndPosition\":\"2\"");
            assertThat(server.ask(commit(id)).status()).isEqualTo(200);
            assertThat(server.ask(content("file")).text()).isEqualTo("\0\0\0def");
        }
    }

    @Test
    void earlyVisibilityShowsAChunkBeforeTheCommit() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "early-visibility")) {
            server.upload("file", id, "abcdef", 0, 6);
            server.ask(commit(id));
            server.upload("file", id, "XYZ", 0, 4);
            assertThat(server.ask(content("file")).text()).isEqualTo("XYZdef");

            server.upload("file", id, "!", 3, 4);
            server.ask(commit(id));
            assertThat(server.ask(content("file")).text()).isEqualTo("XYZ!");
        }
    }

    @Test
    void tailKeptDoesNotCutTheOldFileOff() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "tail-kept")) {
            server.upload("file", id, "abcdef", 0, 6);
            server.ask(commit(id));
            server.upload("file", id, "XYZ", 0, 3);
            assertThat(server.ask(content("file")).text()).isEqualTo("abcdef");
            server.ask(commit(id));
            assertThat(server.ask(content("file")).text()).isEqualTo("XYZdef");
        }
    }

    @Test
    void cutBodyCountedRecordsBytesThatNeverCame() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "cut-body-counted");
                Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 5, 6) + "abc");
            wire.sendNoMore();
            wire.answer();

            assertThat(server.ask(session(id)).text()).contains("\"ExpectedRanges\":[]");
            int short1 = server.ask(
                            ("PUT /ImageStore/other/$/UploadChunk?api-version=6.0&session-id=" + UUID.randomUUID()
                                    + " HTTP/1.1\r\nHost: h\r\nContent-Range: bytes 0-5/6\r\nContent-Length: 3\r\n\r\nabc"))
                    .status();
            assertThat(short1).isEqualTo(400);
        }
    }

    @Test
    void updatesLostForgetsAChunkThatWasInFlightWithAnother() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "updates-lost")) {
            assertThat(statusesOfTwo(server, chunk("file", id, 0, 2, 6), chunk("file", id, 3, 5, 6)))
                    .containsExactly(200, 200);
            assertThat(server.ask(session(id)).text()).contains("\"StartPosition\":\"0\",\"EndPosition\":\"2\"");

            server.upload("file", id, "abc", 0, 6);
            assertThat(server.ask(session(id)).text()).contains("\"ExpectedRanges\":[]");
        }
    }

    @Test
    void twoOpeningsAcceptsTwoPathsForOneSession() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "two-openings")) {
            assertThat(statusesOfTwo(server, chunk("one", id, 0, 2, 6), chunk("other", id, 3, 5, 6)))
                    .containsExactly(200, 200);
            server.ask(commit(id));
            assertThat(server.ask(content("one")).text()).isEqualTo("abcdef");

            UUID second = UUID.randomUUID();
            server.upload("third", second, "abc", 0, 6);
            assertThat(server.upload("fourth", second, "def", 3, 6)).isGreaterThan(299);
        }
    }

    /** Both heads are answered for before the first body ends, which is that of the second request. */
    private static List<Integer> statusesOfTwo(ServerFixture server, String one, String other) throws IOException {
        try (Wire first = server.connect();
                Wire second = server.connect()) {
            first.send(one.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertThat(first.head()).startsWith("HTTP/1.1 100");
            int status = second.send(other + "def").answer().status();
            return List.of(first.send("abc").answer().status(), status);
        }
    }

    @Test
    void theServerFieldSaysWhatIsWrongWithIt() throws IOException {
        try (ServerFixture server = ServerFixture.mutant(folder, "tail-kept")) {
            assertThat(server.ask(session(id)).head())
                    .containsIgnoringCase("server: imagestore-reference/dev (documented); mutant=tail-kept\r\n");
        }
    }

    @Test
    void theServerFieldNamesVariants() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, "range-416", "session-kept")) {
            assertThat(server.ask(session(id)).head())
                    .containsIgnoringCase(
                            "server: imagestore-reference/dev (documented); variant=range-416+session-kept\r\n");
        }
    }
}
