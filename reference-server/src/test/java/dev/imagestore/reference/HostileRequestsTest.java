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

    private static final Path LIST = Path.of("target", "hostile-requests.txt");

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
            StringBuilder list = new StringBuilder();
            for (HostileForm form : HostileForm.all()) {
                list.append(form.name()).append(": ");
                try (Wire wire = server.connect()) {
                    wire.send(form.octets());
                    for (int status : form.statuses()) {
                        Wire.Answer answer = wire.answer();
                        assertThat(answer.status()).as(form.name()).isEqualTo(status);
                        if (status >= 400) {
                            assertThat(answer.text())
                                    .as(form.name())
                                    .matches("\\{\"Error\":\\{\"Code\":\"[A-Z_]+\",\"Message\":\".+\"}}");
                        }
                        list.append(status).append(' ').append(answer.text()).append(' ');
                    }
                }
                list.append('\n');
            }
            Files.writeString(LIST, list);
            assertThat(server.ask(request("GET", "file/$/GetUploadSession")).status())
                    .isIn(204, 404);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aHeadThatCannotBeTrustedEndsTheConnection(Behaviour profile) throws IOException {
        try (ServerFixture server = ServerFixture.of(profile, folder);
                Wire wire = server.connect()) {
            wire.send(HostileForm.upload("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")
                    + "3\r\nabc\r\n0\r\n\r\n" + put("smuggled", "x"));

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
