package dev.imagestore.tck.traffic.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.BodyStore;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.SentRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nothingThatIsNotNeededIsLeft() throws IOException {
        record(List.of("confidential", "confidential", "other bodies"), "Bearer abcdefghijkl");
        assertThat(SecretCheck.check(recording())).hasSize(6).allMatch(text -> text.startsWith("line "));

        Scrub.scrub(recording(), scrubbed(), 1, false);

        String lines = Files.readString(scrubbed().resolve("traffic.jsonl"));
        assertThat(lines).doesNotContain("internal.host", "Bearer", "sesame");
        assertThat(read(scrubbed()))
                .extracting(e -> e.answer().orElseThrow().text())
                .allMatch(text -> text.contains("E_CODE") && !text.contains("stack trace"));
        assertThat(SecretCheck.check(scrubbed())).isEmpty();
    }

    @Test
    void bodiesKeepLengthAndEqualityAndNothingElse() throws IOException {
        record(List.of("confidential", "confidential", "other bodies"), "x");
        Scrub.scrub(recording(), scrubbed(), 1, false);

        List<BodyDigest> bodies =
                read(scrubbed()).stream().map(e -> e.request().body()).toList();
        assertThat(bodies).allMatch(body -> body.length() == 12);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).isNotEqualTo(bodies.get(2));
        assertThat(Files.readString(
                        scrubbed().resolve("bodies").resolve(bodies.get(0).sha256())))
                .isNotEqualTo("confidential");
    }

    @Test
    void aMergedRecordingHasTheExchangesOfAll() throws IOException {
        record(List.of("one", "two"), "x");
        Merge.Merged merged = Merge.merge(List.of(recording(), recording()), scrubbed(), false);

        assertThat(merged).isEqualTo(new Merge.Merged(4, List.of(0L, 2L)));
        assertThat(read(scrubbed())).extracting(Exchange::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read(scrubbed())).extracting(Exchange::connection).containsExactly(1L, 1L, 2L, 2L);
        try (Stream<Path> bodies = Files.list(scrubbed().resolve("bodies"))) {
            assertThat(bodies).hasSize(3); // with the one of the answers
        }
    }

    private Path recording() {
        return folder.resolve("recording");
    }

    private Path scrubbed() {
        return folder.resolve("scrubbed");
    }

    private void record(List<String> bodies, String authorization) {
        try (Recording recording = Recording.create(recording())) {
            long number = 0;
            for (String body : bodies) {
                BodyDigest digest;
                try (BodyStore.Sink sink = recording.bodies().open()) {
                    sink.write(ByteBuffer.wrap(body.getBytes(UTF_8)));
                    digest = sink.finish();
                }
                byte[] error = "{\"Error\":{\"Code\":\"E_CODE\",\"Message\":\"stack trace\"}}".getBytes(UTF_8);
                recording.add(new Exchange(
                        ++number,
                        "",
                        1,
                        Instant.EPOCH,
                        new SentRequest(
                                "PUT",
                                "/ImageStore/a?api-version=6.0&token=sesame",
                                List.of(
                                        new Header("Host", "internal.host"),
                                        new Header("X-Authorization", authorization),
                                        new Header("Content-Length", "" + digest.length())),
                                digest.length(),
                                digest,
                                true),
                        Optional.of(new Answer(400, "internal.host", List.of(), BodyDigest.of(error), error)),
                        Ending.COMPLETE,
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ZERO));
            }
        }
    }

    private static List<Exchange> read(Path recording) {
        try (Stream<Exchange> exchanges = Recording.read(recording)) {
            return exchanges.toList();
        }
    }
}
