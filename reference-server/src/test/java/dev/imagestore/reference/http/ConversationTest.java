package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SessionLimits;
import dev.imagestore.reference.session.UploadSessions;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    private static final String ID = "session-id=5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d";

    @TempDir
    private Path root;

    private final Queue<Runnable> disk = new ArrayDeque<>();
    private boolean diskIsBusy;
    private EmbeddedServer server;
    private EmbeddedChannel channel;
    private UploadSessions sessions;

    @BeforeEach
    void open() throws IOException {
        server = new EmbeddedServer(
                Behaviour.documented(), root, new SessionLimits(1000, 10, 2000, Duration.ofMinutes(30)), this::onDisk);
        channel = server.channel();
        sessions = server.sessions();
    }

    @AfterEach
    void close() throws IOException {
        channel.finishAndReleaseAll();
        diskIsDone();
        server.close();
    }

    @Test
    void aChunkIsAnsweredWhenItsBodyIsStored() {
        diskIsBusy = true;
        send(chunk("bytes 0-9/20", 10) + "0123456789");
        assertThat(received()).isEmpty();

        diskIsDone();

        assertThat(received())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\nContent-Type: application/json; charset=utf-8\r\n")
                .containsIgnoringCase("\r\nContent-Length: 0\r\n")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                .containsIgnoringCase("\r\nServer: test\r\n");
        assertThat(expected()).contains("{\"StartPosition\":\"10\",\"EndPosition\":\"19\"}");
    }

    private void wait(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
        channel.runPendingTasks(); // what the timers have given to do
    }

    @Test
    void aHeadThatComesByteByByteIsGivenUp() {
        for (int i = 0; i < 3; i++) {
            send("x");
            wait(59);
        }

        assertThat(received()).startsWith("HTTP/1.1 408 ").containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void aBodyThatComesByteByByteIsCut() {
        send(chunk("bytes 0-999/1000", 1000));
        for (int i = 0; i < 4; i++) {
            send("x");
            wait(31);
        }

        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("it was cut");
        assertThat(sessions.staged().bytes()).isZero();
    }

    @Test
    void aBodyThatComesAtTheLeastRateIsNot() {
        send(chunk("bytes 0-999/1000", 1000));
        for (int i = 0; i < 10; i++) {
            send("0123456789".repeat(10));
            wait(30);
        }

        assertThat(received()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    @Timeout(20)
    void aSlowBodyThatNobodyWantsEndsTheConnection() {
        send(chunk("bytes 0-9/0", 10));
        assertThat(received()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("\r\nConnection: keep-alive\r\n");
        while (channel.isOpen()) {
            send("x");
            wait(40);
        }
    }

    @Test
    void requestsSentTogetherAreAnsweredInTurn() {
        send(chunk("bytes 0-9/10", 10) + "0123456789" + request("POST", "$/CommitUploadSession")
                + "GET /_content/file HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(received().split("HTTP/1.1 200 OK"))
                .hasSize(4)
                .satisfies(answers -> assertThat(answers[3]).endsWith("\r\n\r\n0123456789"));
    }

    @Test
    void aHeadMayComeByteByByte() {
        for (char c : request("GET", "$/GetUploadSession").toCharArray()) {
            send(String.valueOf(c));
        }

        assertThat(received()).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aRefusalComesBeforeTheBodyAndTheConnectionGoesOn() {
        send(chunk("bytes 0-9/*", 10) + "01234");
        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("E_INVALIDARG");

        send("56789" + request("GET", "$/GetUploadSession"));

        assertThat(received()).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aBodyThatIsNotWorthDrainingEndsTheConnection() {
        send(chunk("bytes 0-9/*", 100_000_000));

        assertThat(received()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
    }

    @Test
    void aBodyOfAnotherLengthIsRefusedAtOnce() {
        send(chunk("bytes 0-9/10", 9));

        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("E_INVALIDARG");
    }

    @Test
    void aChunkedBodyIsMeasured() {
        String head = "PUT /ImageStore/file/$/UploadChunk?api-version=6.0&" + ID
                + " HTTP/1.1\r\nHost: h\r\nContent-Range: bytes 0-2/6\r\nTransfer-Encoding: chunked\r\n\r\n";
        send(head + "2\r\nab\r\n0\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("shorter");

        send(head + "4\r\nabcd\r\n0\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("longer");

        send(head + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anAcceptedHeadIsToldToContinue() {
        send(chunk("bytes 0-9/10", 10).replace("Host", "Expect: 100-continue\r\nHost"));
        assertThat(received()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

        send("0123456789");

        assertThat(received()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aRefusedHeadIsNotToldToContinue() {
        send(chunk("bytes 9-0/10", 10).replace("Host", "Expect: 100-continue\r\nHost"));

        assertThat(received()).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
    }

    @Test
    void anUnknownExpectationIsRefused() {
        send(chunk("bytes 0-9/10", 10).replace("Host", "Expect: wonders\r\nHost"));

        assertThat(received()).startsWith("HTTP/1.1 417 ");
    }

    @Test
    void whatIsNoHttpIsRefused() {
        send("hello\r\n\r\n");

        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("E_INVALIDARG");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void twoFramingsAreRefused() {
        send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        assertThat(received()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void headsBeyondTheLimitsAreRefused() {
        send("GET /" + "x".repeat(600) + " HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(received()).startsWith("HTTP/1.1 414 ").contains("FABRIC_E_VALUE_TOO_LARGE");
    }

    @Test
    void headersBeyondTheLimitAreRefused() {
        send("GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(1100) + "\r\n\r\n");

        assertThat(received()).startsWith("HTTP/1.1 431 ").contains("FABRIC_E_VALUE_TOO_LARGE");
    }

    @Test
    void aCutBodyIsNotCountedAndItsRangeIsFreeOnceNothingIsBeingWritten() {
        diskIsBusy = true;
        send(chunk("bytes 0-9/20", 10) + "01234");

        channel.close();

        assertThat(sessions.findByPath(ContentPath.of("file"))).isEmpty();
        diskIsDone();
        assertThat(root.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void aClientThatStopsSendingIsStillAnswered() {
        send(chunk("bytes 0-9/20", 10) + "01234");

        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        channel.runPendingTasks();

        assertThat(received()).startsWith("HTTP/1.1 400 ").contains("cut");
        assertThat(channel.isOpen()).isFalse();
    }

    private void onDisk(Runnable work) {
        if (diskIsBusy) {
            disk.add(work);
        } else {
            work.run();
        }
    }

    private void diskIsDone() {
        diskIsBusy = false;
        while (!disk.isEmpty()) {
            disk.remove().run();
            channel.runPendingTasks();
        }
    }

    private static String chunk(String range, long length) {
        return "PUT /ImageStore/file/$/UploadChunk?api-version=6.0&" + ID + " HTTP/1.1\r\nHost: h\r\nContent-Range: "
                + range + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String request(String method, String path) {
        return method + " /ImageStore/" + path + "?api-version=6.0&" + ID
                + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n";
    }

    private String expected() {
        send(request("GET", "$/GetUploadSession"));
        return received();
    }

    private void send(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        server.send(octets, 0, octets.length);
    }

    private String received() {
        return server.received();
    }
}
