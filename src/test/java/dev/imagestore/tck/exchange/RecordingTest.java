package dev.imagestore.tck.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {

    @TempDir
    Path folder;

    @Test
    void aLineHasTheAgreedFields() throws IOException {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(7, Optional.of("{}")));
        }

        assertThat(Files.readString(folder.resolve("traffic.jsonl"))).isEqualTo("""
                {"format":"imagestore-traffic","version":1}
                {"number":7,"case":"CR-07/x","connection":7,"started":"2026-01-01T00:00:00Z",\
                "method":"PUT","target":"/a","requestHeaders":[["Host","h"],["Host","h"]],"declaredLength":0,\
                "requestBody":{"length":0,"sha256":"%1$s"},"whole":true,"framing":"length",\
                "status":200,"reason":"OK","responseHeaders":[],\
                "responseBody":{"length":2,"sha256":"%2$s","kept":2},\
                "ending":"COMPLETE","sentMicros":5,"endedMicros":9}
                """.formatted(
                BodyDigest.EMPTY.sha256(), BodyDigest.of("{}".getBytes(UTF_8)).sha256()));
    }

    @Test
    void aTornLastLineIsLeftOut() throws IOException {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(1, Optional.empty()));
        }
        append("{\"number\":2,\"case\":\"ö".getBytes(UTF_8));

        assertThat(numbers()).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "number":7,            |                    | it has no "number"
            "number":7             | "number":"7"       | "number": expected a whole number
            "number":7             | "number":7.5       | "number": expected a whole number
            "whole":true           | "whole":1          | "whole": expected true or false
            "target":"/a"          | "target":null      | "target": expected a string
            ["Host","h"]           | ["Host"]           | expected a string
            ["Host","h"]           | ["Host","h","i"]   | expected a name and a value
            "requestBody":{        | "requestBody":{},"x":{ | it has no "length"
            "ending":"COMPLETE"    | "ending":"OVER"    | OVER
            "started":"2026-01-01  | "started":"2026-13-01 | Month
            "endedMicros":9}       | "endedMicros":9}{} | expected nothing behind the object
            """)
    void aLineThatIsNoExchangeIsReportedWithWhatIsWrong(String right, String wrong, String message) throws IOException {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(7, Optional.of("{}")));
        }
        Path file = folder.resolve("traffic.jsonl");
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong == null ? "" : wrong));

        assertThatExceptionOfType(BadRecordingException.class)
                .isThrownBy(this::numbers)
                .withMessageContaining("line 2 is no exchange: ")
                .withMessageContaining(message);
    }

    @Test
    void anyOtherBrokenLineIsReportedWithItsNumber() throws IOException {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(1, Optional.empty()));
        }
        append("{\"number\":2}\n".getBytes(UTF_8));

        assertThatIllegalArgumentException().isThrownBy(this::numbers).withMessageContaining("line 3");
    }

    @Test
    void everyLineFollowsTheSchema() throws IOException {
        Exchange plain = exchange(1, Optional.of("{}"));
        SentRequest cut = new SentRequest(
                "PUT", "/a", List.of(), 7, BodyDigest.of("abc".getBytes(UTF_8)), false, Framing.CHUNKED, true);
        try (Recording recording = Recording.create(folder)) {
            recording.add(plain);
            recording.add(new Exchange(
                    2,
                    "",
                    1,
                    plain.started(),
                    cut,
                    Optional.empty(),
                    Ending.CUT,
                    Optional.of("gone"),
                    Duration.ZERO,
                    Duration.ZERO,
                    List.of(new Interim(100, "Continue", List.of()))));
        }

        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Recording.class.getResourceAsStream("recording-line.schema.json"));
        for (String line : Files.readAllLines(folder.resolve("traffic.jsonl"))) {
            assertThat(schema.validate(line, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate("{\"number\":1}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void damageIsToldInOneLine() throws IOException {
        Recording.create(folder).close();
        append("{oops\n".getBytes(UTF_8));

        assertThatExceptionOfType(BadRecordingException.class)
                .isThrownBy(this::numbers)
                .satisfies(e -> assertThat(e.getMessage()).contains("line 2").doesNotContain("\n"));
    }

    @Test
    void aRecordingOfALaterVersionIsRefused() throws IOException {
        Files.writeString(folder.resolve("traffic.jsonl"), "{\"format\":\"imagestore-traffic\",\"version\":2}\n");

        assertThatExceptionOfType(BadRecordingException.class)
                .isThrownBy(this::numbers)
                .withMessageContaining("traffic.jsonl, line 1")
                .withMessageContaining("version 2");
    }

    @Test
    void anyOtherFileIsNoRecording() throws IOException {
        Files.writeString(folder.resolve("traffic.jsonl"), "hello\n");

        assertThatExceptionOfType(BadRecordingException.class)
                .isThrownBy(this::numbers)
                .withMessageContaining("no recording");
    }

    @Test
    void itGoesOnWhereItWasAndRemovesWhatWasTorn() throws IOException {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(1, Optional.of("first")));
        }
        append("{\"number\":2,".getBytes(UTF_8));
        Files.writeString(folder.resolve("bodies/1.part"), "half");

        try (Recording recording = Recording.append(folder)) {
            recording.add(exchange(3, Optional.of("third")));
        }

        assertThat(numbers()).containsExactly(1L, 3L);
        assertThat(files("bodies")).hasSize(2).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void damageIsCountedWhenItIsToBeSkipped() throws IOException {
        byte[] lost = "lost".getBytes(UTF_8);
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(1, Optional.empty()));
        }
        append("{\"number\":2}\n".getBytes(UTF_8));
        try (Recording recording = Recording.append(folder)) {
            recording.add(exchange(3, Optional.of("lost")));
            recording.add(exchange(4, Optional.empty()));
        }
        Files.delete(folder.resolve("bodies").resolve(BodyDigest.of(lost).sha256()));
        append("{\"number\"".getBytes(UTF_8));

        try (RecordingReader reader = RecordingReader.open(folder, true)) {
            List<Long> read = Stream.generate(reader::next)
                    .takeWhile(Optional::isPresent)
                    .map(found -> found.orElseThrow().exchange().number())
                    .toList();

            assertThat(read).containsExactly(1L, 4L);
            assertThat(reader.damaged()).isEqualTo(2);
            assertThat(reader.firstDamage()).contains("line 3");
            assertThat(reader.torn()).isEqualTo(9);
        }
    }

    @Test
    void aRequestBodyOfAnotherLengthIsDamage() throws IOException {
        BodyDigest body;
        try (Recording recording = Recording.create(folder)) {
            body = store(recording, "whole body".getBytes(UTF_8));
            Exchange plain = exchange(1, Optional.empty());
            recording.add(new Exchange(
                    1,
                    "",
                    1,
                    plain.started(),
                    new SentRequest("PUT", "/a", List.of(), 10, body, true),
                    Optional.empty(),
                    Ending.CLOSED,
                    Optional.empty(),
                    Duration.ZERO,
                    Duration.ZERO));
        }
        Files.writeString(folder.resolve("bodies").resolve(body.sha256()), "half");

        try (RecordingReader reader = RecordingReader.open(folder, false)) {
            assertThatExceptionOfType(BadRecordingException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("line 2")
                    .withMessageContaining("4 bytes instead of 10");
        }
    }

    @Test
    void itCanBeReadWhileItGrows() {
        try (Recording recording = Recording.create(folder)) {
            recording.add(exchange(1, Optional.of("first")));
            assertThat(numbers()).containsExactly(1L);
            recording.add(exchange(2, Optional.of("second")));
            assertThat(numbers()).containsExactly(1L, 2L);
        }
    }

    @Test
    void aBodyIsStoredOnceUnderItsDigest() throws IOException {
        byte[] body = "same bytes".getBytes(UTF_8);
        BodyDigest digest;
        try (Recording recording = Recording.create(folder)) {
            digest = store(recording, body);
            store(recording, body);
            recording.add(exchange(1, Optional.of("same bytes")));
        }

        assertThat(digest).isEqualTo(BodyDigest.of(body));
        assertThat(files("bodies")).containsExactly(digest.sha256());
        assertThat(folder.resolve("bodies").resolve(digest.sha256())).hasBinaryContent(body);
    }

    @Test
    void aBodyThatWasNotFinishedLeavesNothing() throws IOException {
        try (Recording recording = Recording.create(folder);
                BodyStore.Sink sink = recording.bodies().open()) {
            sink.write(ByteBuffer.wrap(new byte[10]));
        }

        assertThat(files("bodies")).isEmpty();
    }

    @Test
    void anOlderRecordingIsEmptiedAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (Recording older = Recording.create(folder)) {
            older.add(exchange(1, Optional.of("old")));
        }
        Files.writeString(folder.resolve("bodies/readme"), "mine too");

        Recording.create(folder).close();

        assertThat(numbers()).isEmpty();
        assertThat(files("bodies")).containsExactly("readme");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void manyThreadsDoNotMixTheirLines() {
        try (Recording recording = Recording.create(folder)) {
            IntStream.range(0, 200).parallel().forEach(i -> recording.add(exchange(i, Optional.of("body " + i % 3))));
        }

        assertThat(numbers())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 200).mapToObj(Long::valueOf).toList());
    }

    @Test
    void discardingStillDigests() {
        byte[] body = "gone".getBytes(UTF_8);

        try (Recording recording = Recording.discarding()) {
            recording.add(exchange(1, Optional.of("gone")));

            assertThat(store(recording, body)).isEqualTo(BodyDigest.of(body));
        }
    }

    private static BodyDigest store(Recording recording, byte[] body) {
        try (BodyStore.Sink sink = recording.bodies().open()) {
            sink.write(ByteBuffer.wrap(body, 0, 1));
            sink.write(ByteBuffer.wrap(body, 1, body.length - 1));
            return sink.finish();
        }
    }

    private List<Long> numbers() {
        try (Stream<Exchange> exchanges = Recording.read(folder)) {
            return exchanges.map(Exchange::number).toList();
        }
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void append(byte[] octets) throws IOException {
        Files.write(folder.resolve("traffic.jsonl"), octets, StandardOpenOption.APPEND);
    }

    private static Exchange exchange(long number, Optional<String> body) {
        Header host = new Header("Host", "h");
        return new Exchange(
                number,
                "CR-07/x",
                number,
                Instant.parse("2026-01-01T00:00:00Z"),
                new SentRequest("PUT", "/a", List.of(host, host), 0, BodyDigest.EMPTY, true),
                body.map(text -> text.getBytes(UTF_8))
                        .map(octets -> new Answer(200, "OK", List.of(), BodyDigest.of(octets), octets)),
                body.isPresent() ? Ending.COMPLETE : Ending.CLOSED,
                Optional.empty(),
                Duration.ofNanos(5_000),
                Duration.ofNanos(9_999));
    }
}
