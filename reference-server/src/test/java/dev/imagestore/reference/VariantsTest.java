package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.copy;
import static dev.imagestore.reference.ServerFixture.delete;
import static dev.imagestore.reference.ServerFixture.put;
import static dev.imagestore.reference.ServerFixture.request;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each variant shows the difference that it names. */
class VariantsTest {

    private static final UUID ID = UUID.fromString("5d0a3e0c-1f7b-4b0e-9b1d-3b8a0c0f1e2d");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "unknown-query-204, 204",
        "unknown-query-400, 400",
        "unknown-query-404, 404",
        "unknown-query-410, 410",
        "unknown-query-empty, 200",
    })
    void aQueryForAnUnknownSession(String variant, int status) throws IOException {
        assertThat(asked(session(ID), variant).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"unknown-commit-400, 400", "unknown-commit-404, 404", "unknown-commit-410, 410"})
    void aCommitOfAnUnknownSession(String variant, int status) throws IOException {
        assertThat(asked(commit(ID), variant).status()).isEqualTo(status);
    }

    @Test
    void aDeletionOfAnUnknownSession() throws IOException {
        assertThat(asked(delete(ID), "unknown-deletion-200").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway-errors, '{\"Error\":{\"Code\":\"NotFound\",\"Message\":\"Null\"}}'",
        "messages-empty, '{\"Error\":{\"Code\":\"FABRIC_E_NAME_DOES_NOT_EXIST\",\"Message\":\"\"}}'",
        "errors-bare, ''",
    })
    void theBodyOfAnError(String variant, String body) throws IOException {
        assertThat(asked(delete(ID), variant).text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "lower-versions, 1.0, 200",
        "lower-versions, 0.9, 400",
        "lower-versions, 6.6, 400",
        "later-runtime, 11.0, 200",
        "later-runtime, 11.1, 400",
    })
    void versions(String variant, String version, int status) throws IOException {
        String listing = request("GET", "").replace("6.5", version);

        assertThat(asked(listing, variant).status()).isEqualTo(status);
    }

    @Test
    void routesInAnyCase() throws IOException {
        String info =
                request("GET", "$/Info").replace("ImageStore", "imagestore").replace("Info", "INFO");

        assertThat(asked(info, "routes-in-any-case").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"a/./b, 400", "a/../b, 400", "a%5C..%5Cb, 400", "a/...b, 200", "a/.b, 200"})
    void dotsRefused(String path, int status) throws IOException {
        assertThat(asked(put(path, "x"), "dots-refused").status()).isEqualTo(status);
    }

    @Test
    void fewerOperations() throws IOException {
        assertThat(asked(copy("{}"), "basic-operations").status()).isEqualTo(501);
        assertThat(asked(request("GET", "$/Info"), "basic-operations").status()).isEqualTo(501);
        assertThat(asked(request("GET", ""), "basic-operations").status()).isEqualTo(200);
        assertThat(asked(request("GET", ""), "session-operations").status()).isEqualTo(501);
        assertThat(asked(session(ID), "session-operations").status()).isEqualTo(404);
    }

    @Test
    void lengthLimited() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, "length-limited")) {
            assertThat(server.upload("file", ID, "x", 0, 1L << 40)).isEqualTo(200);
            assertThat(server.upload("other", UUID.randomUUID(), "x", 0, (1L << 40) + 1))
                    .isEqualTo(413);
        }
    }

    @Test
    void lengthsAtTheCommit() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, "lengths-at-commit")) {
            String chunk = ServerFixture.chunk("file", ID, 0, 3, 4).replace("Content-Length: 4", "Content-Length: 3");

            assertThat(server.ask(chunk + "abc").status()).isEqualTo(200);
            assertThat(server.ask(commit(ID)).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dates-in-seconds, '\"ModifiedDate\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"'",
        "dates-in-nanoseconds, '\"ModifiedDate\":\"[-T:\\d]{19}\\.\\d{9}Z\"'",
        "dates-with-offset, '\"ModifiedDate\":\"[-T:\\d]{19}\\.\\d{3}\\+00:00\"'",
        "ids-in-upper-case, '\"SessionId\":\"5D0A3E0C-1F7B-4B0E-9B1D-3B8A0C0F1E2D\"'",
        "extra-members, '\\{\"Extra\":\"[^\"]+\",\"StoreRelativePath\"'",
        "indented, '\\n +\"SessionId\"'",
        "sessions-with-backslash, '\"StoreRelativePath\":\"a\\\\\\\\file\"'",
    })
    void theJsonOfASession(String variant, String expected) throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, variant)) {
            server.upload("a/file", ID, "x", 0, 2);

            assertThat(server.ask(session(ID)).text()).containsPattern(expected);
        }
    }

    @Test
    void orderReversed() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, "order-reversed")) {
            server.ask(put("a", "x"));
            server.ask(put("b", "x"));

            assertThat(server.ask(request("GET", "")).text()).containsSubsequence("\"b\"", "\"a\"");
        }
    }

    @Test
    void chunkedAnswers() throws IOException {
        Wire.Answer answer = asked(request("GET", "$/Info"), "chunked-answers");

        assertThat(answer.head().toLowerCase(Locale.ROOT))
                .contains("transfer-encoding: chunked")
                .doesNotContain("content-length");
    }

    @ParameterizedTest
    @CsvSource({
        "closing-after-errors, 200, keep-alive",
        "closing-after-errors, 404, close",
        "closing-always, 200, close",
    })
    void closing(String variant, int status, String connection) throws IOException {
        Wire.Answer answer = asked(status == 200 ? request("GET", "") : session(ID), variant);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.head()).containsIgnoringCase("connection: " + connection);
    }

    @Test
    void nowAndThenBusy() throws IOException {
        try (ServerFixture server = ServerFixture.sound(folder, "now-and-then-busy");
                Wire wire = server.connect()) {
            List<Integer> statuses = IntStream.range(0, 100)
                    .mapToObj(i -> status(wire))
                    .distinct()
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 503);
        }
    }

    private static int status(Wire wire) {
        try {
            return wire.send(request("GET", "")).answer().status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSlowAnswerIsTheRightOne() throws IOException {
        long sent = System.nanoTime();

        assertThat(asked(request("GET", ""), "slow").status()).isEqualTo(200);
        assertThat(System.nanoTime() - sent).isGreaterThanOrEqualTo(100_000_000);
    }

    private Wire.Answer asked(String request, String variant) throws IOException {
        try (ServerFixture server =
                ServerFixture.sound(folder.resolve(UUID.randomUUID().toString()), variant)) {
            return server.ask(request);
        }
    }
}
