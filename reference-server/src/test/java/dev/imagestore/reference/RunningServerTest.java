package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {

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

    @Test
    void aFileOfManyChunksInAnyOrderOverManyConnectionsIsThatFile() throws Exception {
        byte[] file = new byte[3_000_001];
        new Random(7).nextBytes(file);
        List<int[]> chunks = new ArrayList<>();
        for (int first = 0; first < file.length; first += 300_007) {
            chunks.add(new int[] {first, Math.min(file.length, first + 300_007) - 1});
        }
        Collections.shuffle(chunks, new Random(7));

        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Integer>> statuses = chunks.stream()
                    .map(chunk -> CompletableFuture.supplyAsync(() -> upload(file, chunk[0], chunk[1]), clients))
                    .toList();
            for (CompletableFuture<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            clients.shutdown();
        }

        assertThat(server.ask(commit(id)).status()).isEqualTo(200);
        assertThat(Arrays.equals(server.ask(content("a/file")).body(), file)).isTrue();
        assertThat(server.ask(session(id)).status()).isEqualTo(404);
    }

    private int upload(byte[] file, int first, int last) {
        try (Wire wire = server.connect()) {
            return wire.send(chunk("a/file", id, first, last, file.length))
                    .send(Arrays.copyOfRange(file, first, last + 1))
                    .answer()
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReplacedFileIsWholeUntilTheCommit() throws IOException {
        server.upload("file", id, "old content", 0, 11);
        server.ask(commit(id));

        server.upload("file", id, "new", 0, 6);
        assertThat(server.ask(content("file")).text()).isEqualTo("old content");
        assertThat(server.ask(commit(id)).status()).isEqualTo(400);
        assertThat(server.ask(content("file")).text()).isEqualTo("old content");
        server.upload("file", id, "est", 3, 6);
        server.ask(commit(id));

        assertThat(server.ask(content("file")).text()).isEqualTo("newest");
    }

    @Test
    @Timeout(30)
    void aBodyCutByAResetIsNotCounted() throws IOException {
        server.upload("file", id, "abc", 0, 10);
        Wire cut = server.connect();
        cut.send(chunk("file", id, 3, 9, 10) + "XX");
        cut.reset();

        // The range is free again as soon as the server has noticed.
        int status;
        do {
            status = server.upload("file", id, "defghij", 3, 10);
        } while (status == 400);

        assertThat(status).isEqualTo(200);
        server.ask(commit(id));
        assertThat(server.ask(content("file")).text()).isEqualTo("abcdefghij");
    }

    @Test
    void aDuplicateChangesNoByte() throws IOException {
        server.upload("file", id, "abc", 0, 3);

        assertThat(server.upload("file", id, "XYZ", 0, 3)).isEqualTo(200);

        server.ask(commit(id));
        assertThat(server.ask(content("file")).text()).isEqualTo("abc");
    }

    @Test
    void aRefusalCanBeReadByAClientThatGoesOnSending() throws IOException {
        try (Wire wire = server.connect()) {
            long length = 64L << 20;
            wire.send(chunk("..", id, 0, length - 1, length));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                wire.send(piece);
            }

            Wire.Answer answer = wire.answer();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.head()).containsIgnoringCase("connection: close");
            assertThat(wire.isEnded()).isTrue();
        }
    }

    @Test
    void aConnectionServesManyRequestsEvenIfTheyAreSentTogether() throws IOException {
        try (Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 2, 6) + "abc" + session(id) + chunk("file", id, 3, 5, 6) + "def");
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().text()).contains("\"StartPosition\":\"3\"");
            assertThat(wire.answer().status()).isEqualTo(200);

            wire.send(commit(id) + content("file"));
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().text()).isEqualTo("abcdef");
        }
    }

    @Test
    void aClientThatHasNoMoreToSendIsAnswered() throws IOException {
        try (Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 2, 3) + "abc" + commit(id));
            wire.sendNoMore();

            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.isEnded()).isTrue();
        }
    }

    @Test
    void aBodyIsAskedForOnlyIfItIsWanted() throws IOException {
        String expecting = chunk("file", id, 0, 2, 3).replace("Host", "Expect: 100-continue\r\nHost");
        try (Wire wire = server.connect()) {
            assertThat(wire.send(expecting).answer().status()).isEqualTo(100);
            assertThat(wire.send("abc").answer().status()).isEqualTo(200);
        }
        try (Wire wire = server.connect()) {
            assertThat(wire.send(expecting.replace("/3", "/4")).answer().status())
                    .isEqualTo(400);
        }
    }

    @Test
    void positionsAreNotBoundByWhatTheDiskHoldsInOneFile() throws IOException {
        long length = Long.MAX_VALUE - 1;

        assertThat(server.upload("file", id, "abc", length - 3, length)).isEqualTo(200);
        assertThat(server.upload("file", id, "abc", (1L << 43) - 3, length)).isEqualTo(200);
        assertThat(server.upload("file", id, "abc", 1L << 43, length)).isEqualTo(200);
        assertThat(server.upload("file", id, "abc", 0, length)).isEqualTo(200);
        assertThat(server.ask(ServerFixture.session(id)).text())
                .contains(range(3, (1L << 43) - 4), range((1L << 43) + 3, length - 4)) // two gaps, and no other
                .doesNotContain("\"StartPosition\":\"0\"");
    }

    private static String range(long first, long last) {
        return "{\"StartPosition\":\"%d\",\"EndPosition\":\"%d\"}".formatted(first, last);
    }

    @Test
    void aStoppedServerLetsAnExchangeEnd() throws Exception {
        CompletableFuture<Void> stopping;
        try (Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 2, 3).replace("Host", "Expect: 100-continue\r\nHost"));
            assertThat(wire.answer().status()).isEqualTo(100);
            stopping = CompletableFuture.runAsync(this::closeServer);

            assertThat(wire.send("abc").answer().status()).isEqualTo(200);
            assertThat(wire.isEnded()).isTrue();
        }
        stopping.get();
    }

    private void closeServer() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
