package dev.imagestore.reference;

import static dev.imagestore.reference.ServerFixture.put;
import static dev.imagestore.reference.ServerFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.behaviour.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request gets an answer of the API, and none of them a file outside of the store. */
class HostileRequestsTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    /** Malformed requests, each with the status that it is answered with in every profile. */
    private static final List<Malformed> MALFORMED = List.of(
            new Malformed("hello\r\n\r\n", 400),
            new Malformed("GET /ImageStore HTTP/2.0\r\nHost: h\r\n\r\n", 505),
            new Malformed("GET /ImageStore?api-version=6.0 HTTP/1.1\r\n\r\n", 400),
            new Malformed(get("/ImageStore?api-version=6.0", "Host: h\r\n"), 400),
            new Malformed(get("/ImageStore?api-version=6.0", "no colon\r\n"), 400),
            new Malformed(get("/ImageStore?api-version=6.0", "Name : x\r\n"), 400),
            new Malformed(get("/ImageStore?api-version=6.0", "X: a\0b\r\n"), 400),
            new Malformed(get("/ImageStore?api-version=6.0", "X: " + "x".repeat(20_000) + "\r\n"), 431),
            new Malformed(get("/" + "x".repeat(9_000), ""), 414),
            new Malformed(get("/ImageStore/a b", ""), 400),
            new Malformed(get("/ImageStore/%zz?api-version=6.0", ""), 400),
            new Malformed(get("/ImageStore/a%?api-version=6.0", ""), 400),
            new Malformed(get("/ImageStore/%c0%ae%c0%ae?api-version=6.0", ""), 400),
            new Malformed(get("/ImageStore/\u0001?api-version=6.0", ""), 400),
            new Malformed(get("/ImageStore/a%00b?api-version=6.0", ""), 400),
            new Malformed(upload("Content-Length: abc\r\n"), 400),
            new Malformed(upload("Content-Length: -1\r\n"), 400),
            new Malformed(upload("Content-Length: 3\r\nContent-Length: 4\r\n"), 400),
            new Malformed(upload("Content-Length: 99999999999999999999\r\n"), 400),
            new Malformed(upload("Content-Length: 9223372036854775807\r\n"), 413),
            new Malformed(upload("Content-Length: 3\r\n" + CHUNKED) + "3\r\nabc\r\n0\r\n\r\n", 400),
            new Malformed(upload("Transfer-Encoding: gzip, chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n", 501),
            new Malformed(upload(CHUNKED) + "zz\r\nabc\r\n0\r\n\r\n", 400),
            new Malformed(upload(CHUNKED) + "3\r\nabcdef\r\n0\r\n\r\n", 400),
            new Malformed(upload("Expect: wonders\r\nContent-Length: 3\r\n") + "abc", 417));

    private record Malformed(String request, int status) {}

    private static String get(String target, String fields) {
        return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
    }

    private static String upload(String fields) {
        return "PUT /ImageStore/file?api-version=6.0 HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
    }

    @TempDir
    private Path folder;

    static Stream<Behaviour> profiles() {
        return Behaviour.profiles().stream()
                .map(name -> Behaviour.ofProfile(name).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatIsMalformedIsRefusedInTheFormOfTheApi(Behaviour profile) throws IOException {
        try (ServerFixture server = ServerFixture.of(profile, folder)) {
            for (Malformed malformed : MALFORMED) {
                Wire.Answer answer = server.ask(malformed.request());

                assertThat(answer.status()).as(malformed.request()).isEqualTo(malformed.status());
                assertThat(answer.text())
                        .as(malformed.request())
                        .matches("\\{\"Error\":\\{\"Code\":\"[A-Z_]+\",\"Message\":\".+\"}}");
            }
            assertThat(server.ask(request("GET", "file/$/GetUploadSession")).status())
                    .isIn(204, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aHeadThatCannotBeTrustedEndsTheConnection(Behaviour profile) throws IOException {
        try (ServerFixture server = ServerFixture.of(profile, folder);
                Wire wire = server.connect()) {
            wire.send(upload("Content-Length: 3\r\n" + CHUNKED) + "3\r\nabc\r\n0\r\n\r\n" + put("smuggled", "x"));

            assertThat(wire.answer().head()).containsIgnoringCase("connection: close");
            assertThat(wire.isEnded()).isTrue();
            assertThat(folder.resolve("published")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void nothingOutsideOfTheStoreIsTouched(Behaviour profile) throws IOException {
        Path store = folder.resolve("store");
        Path victim = folder.resolve("victim");
        Files.createDirectories(victim);
        Files.writeString(victim.resolve("file"), "secret");
        try (ServerFixture server = ServerFixture.of(profile, store)) {
            for (String up : List.of("..", "%2e%2e", ".%2E", "%252e%252e")) {
                for (String separator : List.of("/", "%2F", "\\", "%5C", "%255C", "//")) {
                    String path = (up + separator).repeat(2) + "victim" + separator + "file";
                    for (String each : List.of(path, "a" + separator + up + separator + path, separator + path)) {
                        attack(server, each);
                    }
                }
            }
            attack(server, "C:" + victim + "/file");
            attack(server, "C:%5Cvictim%5Cfile");
        }
        assertThat(victim.resolve("file")).hasContent("secret");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(store, victim);
        }
        assertThat(victim).isDirectoryContaining(file -> file.endsWith("file"));
        try (Stream<Path> all = Files.list(victim)) {
            assertThat(all).hasSize(1);
        }
    }

    private static void attack(ServerFixture server, String path) throws IOException {
        UUID id = UUID.randomUUID();
        server.ask(put(path, "x"));
        if (server.upload(path, id, "x", 0, 1) == 200) {
            server.ask(ServerFixture.commit(id));
        }
        String json = path.replace("\\", "\\\\");
        server.ask(ServerFixture.copy("{\"RemoteSource\":\"" + json + "\",\"RemoteDestination\":\"copied\"}"));
        server.ask(ServerFixture.copy("{\"RemoteSource\":\"a\",\"RemoteDestination\":\"" + json + "\"}"));
        assertThat(server.ask(request("GET", path)).text()).doesNotContain("\"FileSize\":\"6\"");
        assertThat(server.ask(ServerFixture.content(path)).text()).doesNotContain("secret");
        server.ask(request("DELETE", path));
    }
}
