package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.commit;
import static dev.imagestore.reference.ServerFixture.content;
import static dev.imagestore.reference.ServerFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are octets: what is stored is found under its own name and no other, or refused. */
class HostileNamesTest {

    @TempDir
    private Path folder;

    private ServerFixture server;

    @BeforeEach
    void start() throws IOException {
        server = ServerFixture.sound(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int store(String path, String text) throws IOException {
        UUID id = UUID.randomUUID();
        int status = server.upload(path, id, text, 0, text.length());
        return status == 200 ? server.ask(commit(id)).status() : status;
    }

    @Test
    void namesOfEveryKindAreKept() throws IOException {
        List<String> names = new ArrayList<>(List.of(
                "CON",
                "nul",
                "com1.txt",
                "file.",
                " file ",
                "...",
                "-rf",
                "~",
                ".git",
                "lock",
                "tenure",
                "published",
                "a.journal",
                "*?<>|\"",
                "a;b&c=d",
                "%2e%2e",
                "%00",
                "a\tb",
                "a\nb",
                "\u007f",
                "_content",
                "ImageStore",
                "x".repeat(255),
                "\u00e9",
                "e\u0301",
                "\u6587\u4ef6",
                "\u0444\u0430\u0439\u043b",
                "\u05e7\u05d5\u05d1\u05e5",
                "\u0645\u0644\u0641",
                "\u0e44\u0e1f\u0e25\u0e4c",
                "\ud83d\udce6",
                "\u202egpj.exe",
                "zero\u200bwidth",
                "\ufeffbom",
                "\u2024\u2024",
                "\uff0e\uff0e"));
        for (int i = 0; i < names.size(); i++) {
            assertThat(store("names/" + encoded(names.get(i)), "text " + i))
                    .as(names.get(i))
                    .isEqualTo(200);
        }

        for (int i = 0; i < names.size(); i++) {
            assertThat(server.ask(content("names/" + encoded(names.get(i)))).text())
                    .as(names.get(i))
                    .isEqualTo("text " + i);
        }
        assertThat(server.ask(request("GET", "names")).text().split("\"StoreRelativePath\"", -1))
                .hasSize(names.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "%00", "C:", "C:file", "..", "a/../..", "%2e%2e", "..%5c..", "%2e%2e%5cx"})
    void someNameNoFile(String path) throws IOException {
        assertThat(store(path, "x")).isIn(400, 404);
        assertThat(folder.resolve("published")).isEmptyDirectory();
    }

    @Test
    void whatTheDiskCannotHoldIsRefused() throws IOException {
        assertThat(server.ask(ServerFixture.put("x".repeat(256), "x")).text()).contains("FABRIC_E_PATH_TOO_LONG");
        assertThat(server.ask(ServerFixture.put(encoded("\u6587".repeat(86)), "x"))
                        .text())
                .contains("FABRIC_E_PATH_TOO_LONG");
        assertThat(server.ask(ServerFixture.put("a/".repeat(2050) + "x", "x")).text())
                .contains("FABRIC_E_PATH_TOO_LONG");
        assertThat(folder.resolve("published")).isEmptyDirectory();
    }

    @Test
    void valuesAreQuotedShortened() throws IOException {
        Wire.Answer answer = server.ask("GET /ImageStore/$/GetUploadSession?api-version=6.0&session-id="
                + "%3C%22".repeat(1000)
                + " HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .hasSizeLessThan(1000)
                .contains("The session-id '<\\\"<", " ... ", "is not a UUID of the form 8-4-4-4-12");
    }
}
