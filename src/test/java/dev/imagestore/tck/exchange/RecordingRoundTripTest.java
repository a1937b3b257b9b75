package dev.imagestore.tck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordingRoundTripTest {

    @Property(tries = 100)
    void aRecordingSurvivesWriteAndRead(@ForAll("traffic") List<Exchange> traffic) throws IOException {
        Path folder = Files.createTempDirectory("recording");
        try (Recording recording = Recording.create(folder)) {
            traffic.forEach(recording::add);
        }

        try (Stream<Exchange> read = Recording.read(folder)) {
            assertThat(read).containsExactlyElementsOf(traffic);
        }
        delete(folder);
    }

    @Provide
    Arbitrary<List<Exchange>> traffic() {
        return exchanges().list().ofMaxSize(4);
    }

    private static Arbitrary<Exchange> exchanges() {
        Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(0, 4_000_000_000_000L)
                .map(millis -> Instant.ofEpochMilli(millis).plusNanos(millis % 1_000_000));
        return Combinators.combine(
                        numbers,
                        Arbitraries.strings().ofMaxLength(8),
                        times,
                        requests(),
                        answers().optional(),
                        Arbitraries.of(Ending.class),
                        Arbitraries.strings().ofMaxLength(8).optional(),
                        Arbitraries.longs().between(0, 1L << 50).map(Duration::ofNanos))
                .as((number, caseId, started, request, answer, ending, problem, sent) -> new Exchange(
                        number,
                        caseId,
                        number / 2,
                        started,
                        request,
                        answer,
                        ending,
                        problem,
                        sent,
                        sent.plusSeconds(1),
                        request.headers().isEmpty() ? List.of() : List.of(new Interim(100, "", request.headers()))));
    }

    private static Arbitrary<SentRequest> requests() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(8),
                        Arbitraries.strings().ofMaxLength(8),
                        headers(),
                        Arbitraries.longs().greaterOrEqual(-1),
                        bodies().map(BodyDigest::of),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Framing.class),
                        Arbitraries.of(true, false))
                .as(SentRequest::new);
    }

    /** Kept whole, kept in part, or redacted. */
    private static Arbitrary<Answer> answers() {
        Arbitrary<Kept> kept = Combinators.combine(bodies(), Arbitraries.longs().between(0, 100))
                .as(Kept::of);
        Arbitrary<Integer> status = Arbitraries.integers().between(100, 999);
        Arbitrary<String> reason = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.oneOf(
                Combinators.combine(status, reason, headers(), bodies())
                        .as((code, words, headers, body) ->
                                new Answer(code, words, headers, BodyDigest.of(body), body)),
                Combinators.combine(status, reason, headers(), bodies().map(BodyDigest::of), kept)
                        .as(Answer::new));
    }

    private static Arbitrary<byte[]> bodies() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    }

    private static Arbitrary<List<Header>> headers() {
        Arbitrary<String> octets =
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(6);
        return Combinators.combine(octets, octets).as(Header::new).list().ofMaxSize(3);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
