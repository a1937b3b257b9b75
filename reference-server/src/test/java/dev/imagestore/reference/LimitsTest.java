package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.TIMES;
import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each limit is met by a request that goes beyond it, and answered with an error that says so. */
class LimitsTest {

    private static final Limits SMALL = new Limits(100, 2, 20, 600, 300, 2, 100);

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();

    private ServerFixture small() throws IOException {
        return ServerFixture.limited(folder, SMALL, TIMES);
    }

    private ServerFixture with(Duration idle, Duration drain) throws IOException {
        return ServerFixture.limited(
                folder, ServerFixture.LIMITS, new Times(TIMES.session(), TIMES.sweep(), idle, drain));
    }

    private static void assertRefused(Wire.Answer answer, int status, String code, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .startsWith("{\"Error\":{\"Code\":\"" + code + "\"")
                .contains(message);
    }

    @Test
    void theDeclaredLength() throws IOException {
        try (ServerFixture server = small()) {
            assertRefused(
                    server.ask(chunk("file", id, 0, 2, 101) + "abc"),
                    413,
                    "FABRIC_E_VALUE_TOO_LARGE",
                    "longer than the 100");
            assertThat(server.upload("file", id, "abc", 0, 100)).isEqualTo(200);
        }
    }

    @Test
    void theNumberOfSessions() throws IOException {
        try (ServerFixture server = small()) {
            server.upload("file", UUID.randomUUID(), "abc", 0, 10);
            server.upload("file", UUID.randomUUID(), "abc", 0, 10);

            Wire.Answer answer = server.ask(chunk("file", id, 0, 2, 10) + "abc");

            assertRefused(answer, 503, "FABRIC_E_NOT_READY", "There are 2 sessions already");
            assertThat(answer.head()).containsIgnoringCase("\r\nRetry-After: ");
        }
    }

    @Test
    void theStagedBytes() throws IOException {
        try (ServerFixture server = small()) {
            server.upload("file", id, "0123456789abcde", 0, 30);

            assertRefused(
                    server.ask(chunk("file", id, 15, 20, 30) + "fghijk"),
                    507,
                    "FABRIC_E_NOT_READY",
                    "There is room for 5 more bytes");
            assertThat(server.upload("file", id, "fghij", 15, 30)).isEqualTo(200);
        }
    }

    @Test
    void theRequestLineAndTheHeaders() throws IOException {
        try (ServerFixture server = small()) {
            assertRefused(
                    server.ask("GET /" + "x".repeat(300) + " HTTP/1.1\r\nHost: h\r\n\r\n"),
                    414,
                    "FABRIC_E_VALUE_TOO_LARGE",
                    "The request line is too long");
            assertRefused(
                    server.ask("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(600) + "\r\n\r\n"),
                    431,
                    "FABRIC_E_VALUE_TOO_LARGE",
                    "The header section is too large");
        }
    }

    @Test
    void theLengthOfABodyThatHasNoEnd() throws IOException {
        String endless = " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("10\r\n" + "x".repeat(16) + "\r\n").repeat(20);
        try (ServerFixture server = small()) {
            assertThat(server.ask("PUT /ImageStore/file?api-version=6.0" + endless)
                            .status())
                    .isEqualTo(413);
            Wire.Answer chunk = server.ask("PUT /ImageStore/file/$/UploadChunk?api-version=6.0&session-id=" + id
                    + endless.replace("Host", "Content-Range: bytes 0-9/10\r\nHost"));
            assertRefused(chunk, 400, "E_INVALIDARG", "it is longer");
            assertThat(folder.resolve("staging")).isEmptyDirectory();
            assertThat(folder.resolve("transit")).isEmptyDirectory();
        }
    }

    @Test
    @Timeout(30)
    void theNumberOfConnections() throws IOException {
        try (ServerFixture server = small();
                Wire first = server.connect();
                Wire second = server.connect()) {
            assertThat(first.send(session(id)).answer().status()).isEqualTo(404);
            assertThat(second.send(session(id)).answer().status()).isEqualTo(404);

            try (Wire third = server.connect()) {
                Wire.Answer answer = third.answer();
                assertRefused(answer, 503, "FABRIC_E_NOT_READY", "as many connections as this server takes");
                assertThat(answer.head()).containsIgnoringCase("\r\nConnection: close\r\n");
                assertThat(third.isEnded()).isTrue();
            }
            assertThat(first.send(session(id)).answer().status()).isEqualTo(404);
        }
    }

    @Test
    @Timeout(30)
    void theTimeThatAClientMayBeSilent() throws IOException {
        try (ServerFixture server = with(Duration.ofSeconds(1), Duration.ZERO);
                Wire inHead = server.connect().send("GET / HTTP/1.1\r\nHo");
                Wire inNextHead = server.connect()
                        .send(chunk("other", UUID.randomUUID(), 0, 2, 6) + "abc" + "GET / HTTP/1.1\r\n");
                Wire inBody = server.connect().send(chunk("file", id, 0, 5, 6) + "abc");
                Wire atRest = server.connect()) {
            assertRefused(inHead.answer(), 408, "FABRIC_E_TIMEOUT", "The rest of the request did not come in time");
            assertThat(inHead.isEnded()).isTrue();
            assertThat(inNextHead.answer().status()).isEqualTo(200);
            assertThat(inNextHead.answer().status()).isEqualTo(408);
            assertRefused(inBody.answer(), 400, "E_INVALIDARG", "it was cut");
            assertThat(inBody.isEnded()).isTrue();
            assertThat(atRest.isEnded()).isTrue();
        }
    }

    @Test
    @Timeout(30)
    void theTimeThatAnExchangeMayTakeWhenTheServerStops() throws Exception {
        ServerFixture server = with(Duration.ofMinutes(1), Duration.ZERO);
        try (Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 2, 3).replace("Host", "Expect: 100-continue\r\nHost"));
            assertThat(wire.answer().status()).isEqualTo(100);

            server.close();

            assertThat(wire.isEnded()).isTrue();
        }
    }

    /** Whatever the disk and the loops are at when they end, they tell each other in peace. */
    @RepeatedTest(20)
    @Timeout(30)
    void aBodyThatIsOnItsWayWhenTheServerStopsLeavesNoTrace() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> uncaught.add(fault));
        ServerFixture server = with(Duration.ofMinutes(1), Duration.ZERO);
        try (LogLines log = new LogLines();
                Wire wire = server.connect()) {
            wire.send(chunk("file", id, 0, 2_999_999, 3_000_000) + "x".repeat(1_000_000));
            wire.send("x".repeat(1_000_000));

            server.close();

            assertThat(log.warnings()).isEmpty();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(folder.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void theOptionsAreTheLimits() {
        LimitOptions given = CommandLine.populateCommand(
                new LimitOptions(),
                "--max-declared-length=1",
                "--max-sessions=2",
                "--max-staged-bytes=3",
                "--max-header-size=4",
                "--max-uri-size=5",
                "--max-connections=10",
                "--min-body-rate=11",
                "--session-timeout=6",
                "--sweep-interval=7",
                "--idle=8",
                "--drain=9");

        assertThat(given.limits()).isEqualTo(new Limits(1, 2, 3, 4, 5, 10, 11));
        assertThat(given.times())
                .isEqualTo(new Times(
                        Duration.ofSeconds(6), Duration.ofSeconds(7), Duration.ofSeconds(8), Duration.ofSeconds(9)));
    }

    @Test
    void sessionsLiveHalfAnHourUnlessToldOtherwise() {
        assertThat(CommandLine.populateCommand(new LimitOptions()).times())
                .isEqualTo(new Times(
                        Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10)));
    }
}
