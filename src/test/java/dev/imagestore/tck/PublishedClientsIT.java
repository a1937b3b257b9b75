package dev.imagestore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.imagestore.tck.subject.BundledServer;
import dev.imagestore.tck.subject.FileContent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others have published, as they are, against the reference server. Each prints what it did. */
class PublishedClientsIT {

    private static final int LENGTH = 3_000_000;
    private static final Path CLIENTS = Path.of("src/test/clients");
    private static final String STORED = "App/Code/x.bin";

    private static BundledServer server;

    @TempDir
    private Path folder = Path.of("");

    private byte[] bytes = {};
    private Path file = Path.of("");

    @BeforeAll
    static void start() {
        server = BundledServer.start(List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void write() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LENGTH);
        FileContent.seeded(7, LENGTH).read(0, content);
        bytes = content.array();
        file = Files.write(folder.resolve("x.bin"), bytes);
    }

    @Test
    void azureServicefabricUploadsAFile() throws IOException, InterruptedException {
        String said = azureServicefabric();

        assertThat(said).contains("CommitUploadSession").endsWith("uploaded\n");
        assertThat(get("/_content/" + STORED)).isEqualTo(bytes);
    }

    @Test
    void azureServicefabricListsAndDeletesAFile() throws IOException, InterruptedException {
        assumeListings();

        assertThat(azureServicefabric("delete")).contains("uploaded\n").endsWith(" -> 404\ndeleted\n");
    }

    /** Its bodies are long enough for it to ask by Expect: 100-continue first. */
    @Test
    void curlUploadsAFile() throws IOException, InterruptedException {
        assumeTrue(runs("curl", "--version"), "curl is not installed");
        String session = "api-version=6.0&session-id=" + UUID.randomUUID();

        for (int first : new int[] {LENGTH / 2, 0}) {
            Path half =
                    Files.write(folder.resolve("half"), java.util.Arrays.copyOfRange(bytes, first, first + LENGTH / 2));
            String range = "Content-Range: bytes %d-%d/%d".formatted(first, first + LENGTH / 2 - 1, LENGTH);
            String chunk = curl("/ImageStore/curl/x.bin/$/UploadChunk?" + session, "-T", half.toString(), "-H", range);
            assertThat(chunk).endsWith(" 200");
        }

        assertThat(curl("/ImageStore/$/GetUploadSession?" + session)).contains("\"ExpectedRanges\":[]");
        assertThat(curl("/ImageStore/$/CommitUploadSession?" + session, "-X", "POST"))
                .endsWith(" 200");
        assertThat(get("/_content/curl/x.bin")).isEqualTo(bytes);
    }

    @Test
    void curlListsAndDeletesAFile() throws IOException, InterruptedException {
        assumeTrue(runs("curl", "--version"), "curl is not installed");
        assumeListings();
        String address = "/ImageStore/curl/y.bin?api-version=6.2";

        assertThat(curl(address, "-T", file.toString())).endsWith(" 200");
        assertThat(curl(address)).contains("\"FileSize\":\"" + LENGTH + "\"").endsWith(" 200");
        assertThat(curl(address, "-X", "DELETE")).endsWith(" 200");
        assertThat(curl(address)).endsWith(" 404");
    }

    private String azureServicefabric(String... more) throws IOException, InterruptedException {
        assumeTrue(runs("node", "--version") && runs("npm", "--version"), "Node.js is not installed");
        for (String name : List.of("package.json", "package-lock.json", "upload.js")) {
            Files.copy(CLIENTS.resolve(name), folder.resolve(name));
        }
        Ran installed = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        assumeTrue(installed.code() == 0, "azure-servicefabric cannot be installed: " + installed.said());
        List<String> command = new ArrayList<>(
                List.of("node", "upload.js", server.url(), STORED, file.toString(), String.valueOf(1 << 20)));
        command.addAll(List.of(more));
        Ran ran = run(command.toArray(String[]::new));
        assertThat(ran.code()).as(ran.said()).isZero();
        return ran.said();
    }

    /** What the answer was, and its status behind it. */
    private String curl(String target, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-w", " %{http_code}", server.url() + target));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new)).said();
    }

    private static void assumeListings() throws IOException, InterruptedException {
        assumeTrue(ask("/ImageStore/nothing?api-version=6.2", "DELETE").statusCode() == 200, "no content operations");
    }

    private static byte[] get(String target) throws IOException, InterruptedException {
        return ask(target, "GET").body();
    }

    private static HttpResponse<byte[]> ask(String target, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + target))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private record Ran(int code, String said) {}

    private boolean runs(String... command) throws InterruptedException {
        try {
            return run(command).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs the command in the folder, and prints what it says. */
    private Ran run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Ran(-1, "no end after three minutes: " + String.join(" ", command));
        }
        String text = Files.readString(said);
        System.out.printf("$ %s%n%s%n", String.join(" ", command), text);
        return new Ran(process.exitValue(), text);
    }
}
