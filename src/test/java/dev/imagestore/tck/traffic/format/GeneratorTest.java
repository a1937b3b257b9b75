package dev.imagestore.tck.traffic.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.tck.UsageException;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.subject.FileContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final Generation SMALL =
            new Generation(2, 10, 4, Generation.Order.FORWARD, 2, 100, 1, OptionalLong.empty(), true);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyFileIsUploadedInChunksAndCommitted() {
        assertThat(generated(SMALL))
                .extracting(e -> e.request().method() + " " + e.request().header("Content-Range"))
                .containsExactlyInAnyOrder(
                        "PUT bytes 0-3/10",
                        "PUT bytes 4-7/10",
                        "PUT bytes 8-9/10",
                        "PUT bytes 0-3/10",
                        "PUT bytes 4-7/10",
                        "PUT bytes 8-9/10",
                        "POST ",
                        "POST ");
    }

    @Test
    void aCommitIsSentAfterItsChunksWereAnswered() {
        List<Exchange> exchanges = generated(SMALL);
        for (Exchange commit : exchanges) {
            if (commit.request().method().equals("POST")) {
                String session = commit.request().target().replaceAll(".*session-id=", "");
                assertThat(exchanges)
                        .filteredOn(e -> e.request().method().equals("PUT")
                                && e.request().target().endsWith(session))
                        .hasSize(3)
                        .allMatch(e -> !e.ended().isAfter(commit.started()));
            }
        }
    }

    @Test
    void exchangesOfOneConnectionDoNotOverlapButOthersDo() {
        List<Exchange> exchanges = generated(SMALL);

        assertThat(exchanges.get(1).started()).isBefore(exchanges.get(0).ended());
        assertThat(exchanges.get(2).connection()).isEqualTo(exchanges.get(0).connection());
        assertThat(exchanges.get(2).started()).isAfterOrEqualTo(exchanges.get(0).ended());
    }

    @Test
    void theChunksOfAFileAreItsBytes() throws IOException {
        generated(SMALL);
        ByteBuffer expected = ByteBuffer.allocate(10);
        FileContent.seeded(1, 10).read(0, expected);
        ByteBuffer joined = ByteBuffer.allocate(10);
        try (RecordingReader reader = RecordingReader.open(folder, false)) {
            for (int i = 0; i < 3; i++) {
                Exchange chunk = reader.next().orElseThrow().exchange();
                joined.put(Files.readAllBytes(reader.body(chunk.request().body())));
            }
        }

        assertThat(joined.flip()).isEqualTo(expected.flip());
    }

    @Test
    void ordersAreReverseOrShuffled() {
        assertThat(ranges(Generation.Order.REVERSE)).startsWith("bytes 9-9/10", "bytes 8-8/10");
        assertThat(ranges(Generation.Order.SHUFFLE))
                .hasSameElementsAs(ranges(Generation.Order.FORWARD))
                .isNotEqualTo(ranges(Generation.Order.FORWARD));
    }

    @Test
    void theSameSeedGivesTheSameRecordingAndAnotherOneDoesNot() throws IOException {
        generated(SMALL);
        String first = Files.readString(folder.resolve("traffic.jsonl"));
        generated(SMALL);
        assertThat(folder.resolve("traffic.jsonl")).hasContent(first);

        generated(new Generation(2, 10, 4, Generation.Order.FORWARD, 2, 100, 2, OptionalLong.empty(), true));
        assertThat(Files.readString(folder.resolve("traffic.jsonl"))).isNotEqualTo(first);
    }

    @Test
    void equalFilesShareTheirBodies() throws IOException {
        generated(new Generation(5, 10, 4, Generation.Order.FORWARD, 2, 100, 1, OptionalLong.of(1), true));

        try (Stream<Path> bodies = Files.list(folder.resolve("bodies"))) {
            assertThat(bodies).hasSize(3);
        }
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(
                        () -> new Generation(0, 10, 4, Generation.Order.FORWARD, 2, 100, 1, OptionalLong.empty(), true))
                .withMessageContaining("--files 0");
    }

    private List<String> ranges(Generation.Order order) {
        return generated(new Generation(1, 10, 1, order, 1, 100, 1, OptionalLong.empty(), false)).stream()
                .map(e -> e.request().header("Content-Range"))
                .toList();
    }

    private List<Exchange> generated(Generation asked) {
        Generator.generate(asked, folder);
        List<Exchange> exchanges = new ArrayList<>();
        try (Stream<Exchange> read = Recording.read(folder)) {
            read.forEach(exchanges::add);
        }
        return exchanges;
    }
}
