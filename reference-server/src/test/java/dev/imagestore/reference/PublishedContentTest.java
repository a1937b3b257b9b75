package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.chunk;
import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations on files and folders, as a client sees them. */
class PublishedContentTest {

    private static final String FILE =
            "\\{\"StoreRelativePath\":\"%s\",\"FileVersion\":\\{\"EpochDataLossNumber\":\"0\","
                    + "\"VersionNumber\":\"\\d+\",\"EpochConfigurationNumber\":\"0\"},\"FileSize\":\"%d\","
                    + "\"ModifiedDate\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\"}";

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
    void aFileIsUploadedAndReplaced() throws IOException {
        assertThat(put("a/file", "first").status()).isEqualTo(200);
        assertThat(server.ask(content("a/file")).text()).isEqualTo("first");

        assertThat(put("a/file", "").status()).isEqualTo(200);

        assertThat(server.ask(content("a/file")).text()).isEmpty();
    }

    @Test
    void aLargeFileIsStreamed() throws IOException {
        byte[] piece = new byte[1 << 20];
        try (Wire wire = server.connect()) {
            wire.send(
                    "PUT /ImageStore/large?api-version=6.0 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 20; i++) {
                wire.send("100000\r\n").send(piece).send("\r\n");
            }

            assertThat(wire.send("0\r\n\r\n").answer().status()).isEqualTo(200);
        }
        assertThat(server.ask(content("large")).body()).hasSize(20 << 20);
    }

    @Test
    @Timeout(30)
    void aCutFileChangesNothing() throws IOException {
        put("file", "old");
        try (Wire wire = server.connect()) {
            wire.send("PUT /ImageStore/file?api-version=6.0 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nne");
            wire.sendNoMore();

            assertThat(wire.answer().status()).isEqualTo(400);
        }
        assertThat(server.ask(content("file")).text()).isEqualTo("old");
        assertThat(folder.resolve("transit")).isEmptyDirectory();
    }

    @Test
    void aFileAndASessionOnItsPathAreIndependent() throws IOException {
        server.upload("file", id, "abc", 0, 6);
        put("file", "plain");
        server.upload("file", id, "def", 3, 6);
        assertThat(server.ask(content("file")).text()).isEqualTo("plain");

        assertThat(server.ask(commit(id)).status()).isEqualTo(200);

        assertThat(server.ask(content("file")).text()).isEqualTo("abcdef");
    }

    @Test
    void aPartOfAFileIsNoFile() throws IOException {
        String head = "PUT /ImageStore/file?api-version=6.0 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n";

        assertThat(server.ask(head + "Content-Range: bytes 0-2/6\r\n\r\nabc").status())
                .isEqualTo(400);
        assertThat(server.ask(head + "Content-Range: banana\r\n\r\nabc").status())
                .isEqualTo(400);
        assertThat(server.ask(content("file")).status()).isEqualTo(404);
    }

    @Test
    void aFolderIsListedInTheFormOfTheApi() throws IOException {
        put("a/file", "123");
        put("a/sub/x/y", "");

        assertThat(get("a").text())
                .matches("\\{\"StoreFiles\":\\[" + FILE.formatted("a/file", 3) + "],\"StoreFolders\":\\["
                        + "\\{\"StoreRelativePath\":\"a/sub\",\"FileCount\":\"1\"}]}");
        assertThat(get("a/file").text())
                .matches("\\{\"StoreFiles\":\\[" + FILE.formatted("a/file", 3) + "],\"StoreFolders\":\\[]}");
        assertThat(get("").text())
                .isEqualTo("{\"StoreFiles\":[],\"StoreFolders\":[{\"StoreRelativePath\":\"a\",\"FileCount\":\"2\"}]}");
        assertThat(get("none").status()).isEqualTo(404);
        assertThat(get("none").text()).contains("FABRIC_E_FILE_NOT_FOUND");
    }

    @Test
    void anEmptyFolderIsListedAsSuch() throws IOException {
        String nothing = "{\"StoreFiles\":[],\"StoreFolders\":[]}";
        assertThat(get("").text()).isEqualTo(nothing);
        put("a/file", "");

        assertThat(server.ask(request("DELETE", "a/file")).status()).isEqualTo(200);

        assertThat(get("a").text()).isEqualTo(nothing);
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        put("a/b/c", "x");

        assertThat(server.ask(request("DELETE", "a")).status()).isEqualTo(200);
        assertThat(server.ask(request("DELETE", "a")).status()).isEqualTo(200);
        assertThat(server.ask(request("DELETE", "")).status()).isEqualTo(405);

        assertThat(get("a").status()).isEqualTo(404);
    }

    @Test
    void aFolderIsCopied() throws IOException {
        put("a/b", "x");
        put("a/skip", "y");

        Wire.Answer answer = copy("{\"RemoteSource\":\"a\",\"RemoteDestination\":\"z\",\"SkipFiles\":[\"skip\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(server.ask(content("z/b")).text()).isEqualTo("x");
        assertThat(server.ask(content("z/skip")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"RemoteSource\":\"none\",\"RemoteDestination\":\"z\"} | 404 | FABRIC_E_FILE_NOT_FOUND",
                "{\"RemoteSource\":\"a\" | 400 | E_INVALIDARG",
                "{\"RemoteSource\":\"../..\",\"RemoteDestination\":\"z\"} | 400 | FABRIC_E_INVALID_NAME_URI",
            })
    void aCopyIsRefused(String description, int status, String code) throws IOException {
        Wire.Answer answer = copy(description);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("\"Code\":\"" + code + "\"");
    }

    @Test
    void aDescriptionMayHaveFourMebibytes() throws IOException {
        put("a/b", "x");
        String description = "{\"RemoteSource\":\"a\",\"RemoteDestination\":\"z\"}";
        String padding = " ".repeat((4 << 20) - description.length());

        assertThat(copy(padding + description).status()).isEqualTo(200);
        assertThat(copy(padding + " " + description).status()).isEqualTo(413);
        String chunked =
                "POST /ImageStore/$/Copy?api-version=6.0 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(server.ask(chunked + "400001\r\n" + padding + " " + description + "\r\n0\r\n\r\n")
                        .text())
                .contains("FABRIC_E_VALUE_TOO_LARGE");
    }

    @Test
    void aBodyOfARequestThatNeedsNoneIsIgnored() throws IOException {
        server.upload("file", id, "abc", 0, 3);

        assertThat(server.ask(commit(id).replace("Length: 0", "Length: 5") + "hello")
                        .status())
                .isEqualTo(200);
        assertThat(server.ask(request("DELETE", "file").replace("Host: h", "Host: h\r\nTransfer-Encoding: chunked")
                                + "1\r\nx\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(server.ask(request("DELETE", "file").replace("Host: h", "Host: h\r\nContent-Length: 4194305"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void sizesAndUsageAreReal() throws IOException {
        put("a/b", "123");
        put("a/c/d", "4567");
        server.upload("big", id, "xy", 5, 1000);

        assertThat(get("a/$/FolderSize").text()).isEqualTo("{\"StoreRelativePath\":\"a\",\"FolderSize\":\"7\"}");
        assertThat(get("$/FolderSize").text()).isEqualTo("{\"StoreRelativePath\":\"\",\"FolderSize\":\"7\"}");
        assertThat(get("none/$/FolderSize").status()).isEqualTo(404);
        assertThat(get("$/Info").text())
                .matches("\\{\"DiskInfo\":\\{\"Capacity\":\"\\d+\",\"AvailableSpace\":\"\\d+\"},"
                        + "\"UsedByMetadata\":\\{\"UsedSpace\":\"0\",\"FileCount\":\"0\"},"
                        + "\"UsedByStaging\":\\{\"UsedSpace\":\"2\",\"FileCount\":\"1\"},"
                        + "\"UsedByCopy\":\\{\"UsedSpace\":\"7\",\"FileCount\":\"2\"},"
                        + "\"UsedByRegister\":\\{\"UsedSpace\":\"0\",\"FileCount\":\"0\"}}");
    }

    @Test
    void aPathInOneComponentIsThePath() throws IOException {
        put("App%2FCode%5Cx.bin", "x");
        server.ask(chunk("App%2FCode%2Fy.bin", id, 0, 0, 1) + "y");
        server.ask(commit(id));

        assertThat(server.ask(content("App/Code/x.bin")).text()).isEqualTo("x");
        assertThat(server.ask(content("App/Code/y.bin")).text()).isEqualTo("y");
        assertThat(get("App%2FCode").text()).contains("App/Code/x.bin");
    }

    @Test
    void headersThatClientsSendEverywhereDoNotMatter() throws IOException {
        String type = "Host: h\r\nContent-Type: application/json; charset=utf-8";
        put("file", "x");

        assertThat(server.ask(request("GET", "file").replace("Host: h", type)).status())
                .isEqualTo(200);
        assertThat(server.ask(request("DELETE", "file").replace("Host: h", type + "\r\ncontent-length: 0"))
                        .status())
                .isEqualTo(200);
        assertThat(server.ask((chunk("file", id, 0, 0, 1) + "y").replace("Host: h", type))
                        .status())
                .isEqualTo(200);
        assertThat(server.ask(chunk("file", UUID.randomUUID(), 0, 9, 10).replace("Length: 10", "Length: 0"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        put("file", "x");

        try (Wire wire = server.connect()) {
            String head = wire.send(request("HEAD", "file")).head();
            assertThat(head).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-length: 2");
            assertThat(wire.send(request("GET", "file")).answer().status()).isEqualTo(200);
        }
    }

    private Wire.Answer put(String path, String text) throws IOException {
        return server.ask(ServerFixture.put(path, text));
    }

    private Wire.Answer get(String path) throws IOException {
        return server.ask(request("GET", path));
    }

    private Wire.Answer copy(String description) throws IOException {
        return server.ask(ServerFixture.copy(description));
    }
}
