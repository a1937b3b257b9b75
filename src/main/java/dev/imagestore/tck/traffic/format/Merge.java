package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one recording of several; numbers of exchanges and connections go on from one to the next, times stay. */
public final class Merge {

    private final Recording recording;
    private final BodyCopies bodies;
    private long exchanges;
    private long lastNumber;
    private long lastConnection;

    private Merge(Recording recording) {
        this.recording = recording;
        this.bodies = new BodyCopies(recording.bodies());
    }

    /**
     * What came of it.
     *
     * @param exchanges how many the new recording has
     * @param offsets by how much the numbers of each recording's exchanges have grown
     */
    public record Merged(long exchanges, List<Long> offsets) {
        public Merged {
            offsets = List.copyOf(offsets);
        }
    }

    /** Writes the recording; one that is there is replaced. */
    public static Merged merge(List<Path> recordings, Path out, boolean skipDamaged) {
        try (Recording recording = Recording.create(out)) {
            Merge merge = new Merge(recording);
            List<Long> offsets = new ArrayList<>();
            for (Path one : recordings) {
                offsets.add(merge.lastNumber);
                merge.add(one, skipDamaged);
            }
            return new Merged(merge.exchanges, offsets);
        }
    }

    private void add(Path folder, boolean skipDamaged) {
        long numbers = lastNumber;
        long connections = lastConnection;
        try (RecordingReader reader = RecordingReader.open(folder, skipDamaged)) {
            for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
                Exchange exchange = next.get().exchange();
                long number = numbers + exchange.number();
                long connection = connections + exchange.connection();
                recording.add(numbered(exchange, number, connection, copied(exchange.request(), reader)));
                exchanges++;
                lastNumber = Math.max(lastNumber, number);
                lastConnection = Math.max(lastConnection, connection);
            }
        }
    }

    private SentRequest copied(SentRequest request, RecordingReader reader) {
        bodies.copy(reader, request.body());
        return request;
    }

    private static Exchange numbered(Exchange exchange, long number, long connection, SentRequest request) {
        return new Exchange(
                number,
                exchange.caseId(),
                connection,
                exchange.started(),
                request,
                exchange.answer(),
                exchange.ending(),
                exchange.problem(),
                exchange.sentAfter(),
                exchange.endedAfter(),
                exchange.interim());
    }
}
