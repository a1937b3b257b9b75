package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the recording of a run tells of the run afterwards, even if it was killed. */
public final class RunTraces {

    private static final Pattern CHUNK = Pattern.compile("/ImageStore/(.*)/\\$/UploadChunk\\?.*?session-id=([^&]+).*");

    private RunTraces() {}

    /**
     * The sessions to which the run has sent chunks.
     *
     * @param folder of the recording
     * @return empty when there is no recording of that run
     */
    public static Optional<List<OpenSession>> sessions(Path folder, String runFolder) {
        if (!Files.isRegularFile(folder.resolve("traffic.jsonl"))) {
            return Optional.empty();
        }
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            List<OpenSession> sessions = exchanges
                    .flatMap(exchange -> session(exchange, runFolder))
                    .distinct()
                    .toList();
            return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions);
        }
    }

    private static Stream<OpenSession> session(Exchange exchange, String runFolder) {
        Matcher chunk = CHUNK.matcher(exchange.request().target());
        return chunk.find() && chunk.group(1).startsWith(runFolder + "/")
                ? Stream.of(new OpenSession(chunk.group(2), chunk.group(1)))
                : Stream.empty();
    }
}
