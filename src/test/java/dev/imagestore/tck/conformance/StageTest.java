package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Subject;
import dev.imagestore.tck.subject.Subjects;
import dev.imagestore.tck.subject.TinyPeer;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is at fault when a file that a case needs does not show in the listings, by which alone it could be seen. */
class StageTest {

    private static final String FOLDER = "/ImageStore/tck-0a1b/get-01/a-folder-with-files/app/";
    private static final String ENTRY = """
            {"StoreRelativePath":"%s","FileSize":"%d","ModifiedDate":"2026-01-01T00:00:00Z",\
            "FileVersion":{"EpochDataLossNumber":"1","VersionNumber":"1","EpochConfigurationNumber":"1"}}""";

    private static final Set<Operation> CLAIMED =
            EnumSet.of(Operation.UPLOAD_CHUNK, Operation.COMMIT, Operation.UPLOAD_FILE, Operation.LIST);

    private final Set<String> stored = new ConcurrentSkipListSet<>();

    @Test
    void aCommitThatPublishesNothingIsNotBlamedOnTheListing() throws IOException {
        CaseResult result = resultOn(this::listPlainUploads);

        assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(result.reason()).get().asString().endsWith("app/one.bin could not be stored");
    }

    @Test
    void aListingThatShowsNothingIsNotSpared() throws IOException {
        assertThat(resultOn(exchange -> {
                            boolean get = exchange.getRequestMethod().equals("GET");
                            exchange.sendResponseHeaders(get ? 404 : 200, -1);
                        })
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    /** Chunks and commits are accepted and lost. */
    private void listPlainUploads(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT") && !path.contains("$")) {
            stored.add(path.substring(FOLDER.length()));
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        String files = stored.stream()
                .map(name -> ENTRY.formatted(
                        FOLDER.substring("/ImageStore/".length()) + name, name.equals("one.bin") ? 10 : 20))
                .collect(Collectors.joining(","));
        byte[] body =
                "{\"StoreFiles\":[%s],\"StoreFolders\":[]}".formatted(files).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static CaseResult resultOn(TinyPeer.Script script) throws IOException {
        RunSettings settings = Cases.settings(List.of("GET-01/a-folder-with-files"), List.of());
        try (TinyPeer peer = TinyPeer.playing(script);
                Recording recording = Recording.discarding();
                Subject subject = Subjects.open(peer, CLAIMED, recording)) {
            return new ConformanceRun(TheFeatures.CATALOGUE, settings, subject, new Interruption(), id -> false)
                    .run(Progress.NONE)
                    .get(0);
        }
    }
}
