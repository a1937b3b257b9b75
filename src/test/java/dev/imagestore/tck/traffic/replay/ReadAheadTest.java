package dev.imagestore.tck.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import dev.imagestore.tck.wire.Endpoint;
import dev.imagestore.tck.wire.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {

    private static final int BATCH = 64;
    private static final int BATCHES = 100; // each end of one is a chance to be too early
    private static final Instant ZERO = Instant.EPOCH;

    @TempDir
    Path folder;

    @Test
    void whetherChunksRacedIsKnownOnceTheFirstIsHandedOver() {
        List<Boolean> races = new ArrayList<>();
        try (Recording recording = Recording.create(folder)) {
            for (int i = 0; i <= BATCH * BATCHES; i++) {
                boolean lasts = i % BATCH == BATCH - 1;
                boolean overtakes = i > 0 && i % BATCH == 0;
                int start = 100 * i;
                recording.add(chunk(i, overtakes ? i - 1 : i, start, start + (lasts ? 150 : 70)));
                races.add(lasts || overtakes);
            }
        }

        assertThat(raced()).isEqualTo(races);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closesThoughNobodyTookWhatOverlapped() {
        try (Recording recording = Recording.create(folder)) {
            for (int i = 0; i < 20 * BATCH; i++) {
                recording.add(chunk(i, i, i, 1_000_000));
            }
        }

        try (RecordingReader reader = RecordingReader.open(folder, false);
                ReadAhead ahead = new ReadAhead(settings(), reader, Timeline.of(reader), () -> {})) {
            ahead.start();
            assertThat(Stream.generate(ahead::next).dropWhile(List::isEmpty).findFirst())
                    .isPresent();
        }
    }

    /** Of each exchange, as soon as it is handed over. */
    private List<Boolean> raced() {
        List<Boolean> raced = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(folder, false);
                ReadAhead ahead = new ReadAhead(settings(), reader, Timeline.of(reader), () -> {})) {
            ahead.start();
            while (raced.size() < ahead.all()) {
                ahead.next().forEach(node -> raced.add(node.raced));
            }
        }
        return raced;
    }

    private ReplaySettings settings() {
        return new ReplaySettings(
                folder,
                new Endpoint("http", "target", 80, ""),
                Optional.empty(),
                new Pace.Max(),
                OptionalInt.empty(),
                1,
                0,
                "run",
                Duration.ofSeconds(1),
                List.of(),
                Tls.DEFAULT,
                List.of(),
                false);
    }

    private static Exchange chunk(int number, int session, long startMicros, long endMicros) {
        String target =
                "/ImageStore/f%d/$/UploadChunk?session-id=00112233-4455-6677-8899-%012x".formatted(session, session);
        SentRequest request = new SentRequest(
                "PUT", target, List.of(new Header("Content-Range", "bytes 0-8/9")), 9, BodyDigest.EMPTY, true);
        return new Exchange(
                number,
                "",
                1,
                ZERO.plusNanos(startMicros * 1000),
                request,
                Optional.empty(),
                Ending.TIMED_OUT,
                Optional.empty(),
                Duration.ZERO,
                Duration.ofNanos((endMicros - startMicros) * 1000));
    }
}
