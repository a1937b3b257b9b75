package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.copy;
import static dev.imagestore.reference.ServerFixture.delete;
import static dev.imagestore.reference.ServerFixture.put;
import static dev.imagestore.reference.ServerFixture.request;
import static dev.imagestore.reference.ServerFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public source of the real runtime answers. */
class ServiceFabricProfileTest {

    private static final String RANGE_CODE = "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE";

    @TempDir
    private Path folder;

    private ServerFixture server;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void start() throws IOException {
        server = ServerFixture.of(Behaviour.serviceFabric(), folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes 0-9/10 | 200 | ''",
                "bytes -0-9/10 | 200 | ''",
                "0x0-+9/10 | 200 | ''",
                "BYTES 0-9/10 | 400 | FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
                "bytes 0-9/* | 400 | FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE",
            })
    void aRangeIsReadLaxly(String range, int status, String code) throws IOException {
        Wire.Answer answer = server.ask(ranged("Content-Range: " + range));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains(code);
    }

    @Test
    void aChunkWithoutARangeMakesASessionThatCanNeverBeCommitted() throws IOException {
        assertThat(server.ask(ranged("X: y")).status()).isEqualTo(200);
        assertThat(server.ask(ranged("Content-Range:")).status()).isEqualTo(200);

        assertThat(server.ask(session(id)).text())
                .contains("\"FileSize\":\"0\"", "[{\"StartPosition\":\"0\",\"EndPosition\":\"0\"}]");
        assertThat(server.ask(commit(id)).status()).isEqualTo(400);
        assertThat(server.ask(ranged("Content-Range: bytes 0-9/10")).text()).contains("E_INVALIDARG");
    }

    @Test
    void aFirstChunkThatEndsBehindTheFileIsTakenAndCanNeverBeCommitted() throws IOException {
        assertThat(server.ask(ranged("Content-Range: bytes 0-10/10")).status()).isEqualTo(200);

        assertThat(server.ask(session(id)).text()).contains("\"ExpectedRanges\":[]");
        assertThat(server.ask(commit(id)).status()).isEqualTo(400);
        assertThat(server.ask(commit(id)).text()).contains("upload it once more");
        assertThat(server.ask(content("file")).status()).isEqualTo(404);
    }

    @Test
    void onlyTheTotalLengthCounts() throws IOException {
        server.ask(chunk("file", id, 0, 4, 10).replace("Length: 5", "Length: 7") + "0123456");
        server.ask(chunk("file", id, 5, 9, 10).replace("Content-Length: 5", "Transfer-Encoding: chunked")
                + "1\r\n7\r\n2\r\n89\r\n0\r\n\r\n");

        assertThat(server.ask(commit(id)).status()).isEqualTo(200);
        assertThat(server.ask(content("file")).text()).isEqualTo("0123456789");
    }

    @Test
    void anEmptyBodyBesideAFullRangeIsFoundOutByTheCommit() throws IOException {
        assertThat(server.ask(chunk("file", id, 0, 9, 10).replace("Length: 10", "Length: 0"))
                        .status())
                .isEqualTo(200);

        Wire.Answer refused = server.ask(commit(id));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("E_INVALIDARG", "file", "0 bytes", "10");
    }

    @Test
    void aChunkIsTakenOnce() throws IOException {
        assertThat(server.upload("file", id, "abc", 0, 3)).isEqualTo(200);

        Wire.Answer again = server.ask(chunk("file", id, 0, 2, 3) + "abc");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.head()).startsWith("HTTP/1.1 400 " + RANGE_CODE + "\r\n");
        assertThat(again.text()).isEqualTo("{\"Error\":{\"Code\":\"" + RANGE_CODE + "\",\"Message\":\"Null\"}}");
    }

    @Test
    void aCommittedSessionIsKept() throws IOException {
        server.upload("file", id, "abc", 0, 3);
        assertThat(server.ask(commit(id)).status()).isEqualTo(200);
        assertThat(server.ask(put("file", "newer")).status()).isEqualTo(200);

        assertThat(server.ask(commit(id)).status()).isEqualTo(200);

        assertThat(server.ask(content("file")).text()).isEqualTo("newer");
        assertThat(server.ask(session(id)).text()).contains("\"ExpectedRanges\":[]");
        assertThat(server.upload("other", id, "abc", 0, 3)).isEqualTo(409);
        assertThat(server.upload("file", id, "ab", 0, 2)).isEqualTo(400);
    }

    @Test
    void anUnknownSessionIsAnsweredByOperation() throws IOException {
        Wire.Answer query = server.ask(session(id));
        assertThat(query.status()).isEqualTo(204);
        assertThat(query.head()).doesNotContainIgnoringCase("content-length").containsIgnoringCase("nosniff");
        assertThat(server.ask(request("GET", "file/$/GetUploadSession")).status())
                .isEqualTo(204);
        assertThat(server.ask(commit(id)).head()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        Wire.Answer deletion = server.ask(delete(id));
        assertThat(deletion.status()).isEqualTo(404);
        assertThat(deletion.text()).isEqualTo("{\"Error\":{\"Code\":\"NotFound\",\"Message\":\"Null\"}}");
    }

    @Test
    void pathsOfSessionsAreComparedAsTheyAreSpelt() throws IOException {
        server.upload("a/b", id, "ab", 0, 4);

        assertThat(server.upload("a%5Cb", id, "cd", 2, 4)).isEqualTo(409);
        assertThat(server.upload("A/b", id, "cd", 2, 4)).isEqualTo(409);
        assertThat(server.upload("a%2Fb", id, "cd", 2, 4)).isEqualTo(200);
        assertThat(server.ask(commit(id)).status()).isEqualTo(200);

        UUID other = UUID.randomUUID();
        server.upload("a%5Cc", other, "x", 0, 1);
        assertThat(server.ask(session(other)).text()).contains("\"StoreRelativePath\":\"a\\\\c\"");
        assertThat(server.ask(request("GET", "a/c/$/GetUploadSession")).status())
                .isEqualTo(204);
        server.ask(commit(other));
        assertThat(server.ask(content("a/c")).text()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /imagestore/a?api-version=6.0",
                "GET /ImageStore/a",
                "GET /ImageStore/a?api-version=",
                "GET /ImageStore/a?api-version=6.6",
                "GET /ImageStore/a?api-version=0.9",
                "GET /ImageStore/a?api-version=6.0=6.0",
                "GET /ImageStore/a?api-version=%36.0",
                "PUT /ImageStore/$?api-version=6.0",
                "PUT /ImageStore?api-version=6.0",
                "POST /ImageStore/a?api-version=6.0",
                "DELETE /ImageStore?api-version=6.0",
                "OPTIONS /ImageStore/a?api-version=6.0",
                "BREW /ImageStore/a?api-version=6.0",
            })
    void everyMissIsAnInvalidArgument(String line) throws IOException {
        Wire.Answer answer = server.ask(line + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.head()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(answer.text()).isEqualTo("{\"Error\":{\"Code\":\"E_INVALIDARG\",\"Message\":\"Invalid argument\"}}");
    }

    @Test
    void timeoutsAreNeverAnErrorUnlessTheyAreZero() throws IOException {
        server.ask(put("file", "x"));

        for (String lax : new String[] {"-1", "abc", "4294967296", "1.5", ""}) {
            assertThat(server.ask(request("GET", "file").replace("6.5", "6.5&timeout=" + lax))
                            .status())
                    .isEqualTo(200);
        }
        Wire.Answer none = server.ask(request("GET", "file").replace("6.5", "6.5&timeout=0"));
        assertThat(none.head()).startsWith("HTTP/1.1 504 FABRIC_E_TIMEOUT\r\n");
        assertThat(none.body()).hasSize(70);
    }

    @Test
    void listingsAreThoseOfWindows() throws IOException {
        assertThat(server.ask(request("GET", "")).text()).contains("FABRIC_E_NAME_DOES_NOT_EXIST");
        server.ask(put("a/b/file", "x"));

        assertThat(server.ask(request("GET", "a")).text())
                .isEqualTo(
                        "{\"StoreFiles\":[],\"StoreFolders\":[{\"StoreRelativePath\":\"a\\\\b\",\"FileCount\":\"1\"}],"
                                + "\"ContinuationToken\":\"\"}");
        assertThat(server.ask(request("GET", "a").replace("6.5", "3.0")).text()).doesNotContain("ContinuationToken");
        assertThat(server.ask(request("GET", "a/b").replace("6.5", "1.0")).text())
                .matches(".*\"ModifiedDate\":\"1\\d{17}\".*");
    }

    @Test
    void whatIsNotThereIsAnsweredWithoutABody() throws IOException {
        server.ask(put("a/file", "x"));
        server.ask(request("DELETE", "a/file"));

        Wire.Answer empty = server.ask(request("GET", "a"));
        assertThat(empty.status()).isEqualTo(204);
        Wire.Answer absent = server.ask(request("GET", "none"));
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.body()).isEmpty();
        assertThat(absent.head()).doesNotContainIgnoringCase("content-type");
        assertThat(server.ask(request("GET", "none").replace("6.5", "6.1")).head())
                .containsIgnoringCase("content-type: application/json; charset=utf-8");
    }

    @Test
    void longListingsComeInPages() throws IOException {
        Path published = folder.resolve("published");
        for (int i = 0; i < 1001; i++) {
            Files.createFile(published.resolve("file %04d".formatted(i)));
        }

        String first = server.ask(request("GET", "")).text();
        String token = first.replaceFirst("(?s).*\"ContinuationToken\":\"([^\"]*)\".*", "$1");
        String second = server.ask(request("GET", "").replace("6.5", "6.5&ContinuationToken=" + token))
                .text();

        assertThat(token).isEqualTo("file%200999");
        assertThat(first).contains("file 0000", "file 0999").doesNotContain("file 1000");
        assertThat(second).contains("file 1000", "\"ContinuationToken\":\"\"").doesNotContain("file 0999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Store", "WindowsFabricStore", "windowsfabricSTORE"})
    void theRealStoresFoldersAreNotDeleted(String name) throws IOException {
        server.ask(put(name + "/file", "x"));

        assertThat(server.ask(request("DELETE", name)).text())
                .contains("FABRIC_E_IMAGEBUILDER_RESERVED_DIRECTORY_ERROR");
        assertThat(server.ask(request("DELETE", name + "/file")).status()).isEqualTo(200);
        assertThat(server.ask(request("DELETE", name + "x")).status()).isEqualTo(200);
    }

    @Test
    void aFolderIsCopiedOnlyWithItsMarkFile() throws IOException {
        server.ask(put("a/file", "x"));
        server.ask(put("a/Skip", "x"));
        String description = "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"b\",\"SkipFiles\":[\"sKIP\"]}";
        assertThat(server.ask(copy(description)).text()).contains("FABRIC_E_FILE_NOT_FOUND");

        server.ask(put("a/_.dir", ""));

        assertThat(server.ask(copy(description)).status()).isEqualTo(200);
        assertThat(server.ask(content("b/file")).text()).isEqualTo("x");
        assertThat(server.ask(content("b/Skip")).status()).isEqualTo(404);
    }

    @Test
    void aRangeOnAWholeFileIsCheckedAndIgnored() throws IOException {
        String request =
                "PUT /ImageStore/file?api-version=6.0 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Range: ";

        assertThat(server.ask(request + "bytes 7-9/20\r\n\r\nabc").status()).isEqualTo(200);
        assertThat(server.ask(content("file")).text()).isEqualTo("abc");
        assertThat(server.ask(request + "banana\r\n\r\nabc").text()).contains(RANGE_CODE);
    }

    @Test
    void anotherClusterIsDenied() throws IOException {
        server.ask(put("file", "x"));

        assertThat(server.ask(request("GET", "file").replace("Host: h", "Host: h\r\nclusterid: TEST-cluster"))
                        .status())
                .isEqualTo(200);
        Wire.Answer denied = server.ask(request("GET", "file").replace("Host: h", "Host: h\r\nClusterId: other"));
        assertThat(denied.head()).startsWith("HTTP/1.1 403 Access Denied\r\n");
        assertThat(denied.text()).contains("E_ACCESSDENIED");
    }

    /** A chunk as long as its range, of ten bytes if it has none, with a field in its head. */
    private String ranged(String field) {
        int length = field.contains("0-10/") ? 11 : 10;
        return "PUT /ImageStore/file/$/UploadChunk?api-version=6.0&session-id=" + id + " HTTP/1.1\r\nHost: h\r\n"
                + field + "\r\nContent-Length: " + length + "\r\n\r\n" + "0123456789A".substring(0, length);
    }
}
