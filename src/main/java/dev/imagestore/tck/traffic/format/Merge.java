package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes one recording of several; exchanges and connections are numbered anew, times stay. */
public final class Merge {

    private Merge() {}

    /** Writes the recording; one that is there is replaced. Returns how many exchanges it has. */
    public static long merge(List<Path> recordings, Path out, boolean skipDamaged) {
        long number = 0;
        long connections = 0;
        try (Recording recording = Recording.create(out)) {
            BodyCopies bodies = new BodyCopies(recording.bodies());
            for (Path one : recordings) {
                long most = 0;
                try (RecordingReader reader = RecordingReader.open(one, skipDamaged)) {
                    for (Optional<RecordingReader.Recorded> next = reader.next();
                            next.isPresent();
                            next = reader.next()) {
                        Exchange exchange = next.get().exchange();
                        most = Math.max(most, exchange.connection());
                        recording.add(numbered(
                                exchange,
                                ++number,
                                connections + exchange.connection(),
                                copied(exchange.request(), reader, bodies)));
                    }
                }
                connections += most;
            }
        }
        return number;
    }

    private static SentRequest copied(SentRequest request, RecordingReader reader, BodyCopies bodies) {
        bodies.copy(reader, request.body());
        return request;
    }

    static Exchange numbered(Exchange exchange, long number, long connection, SentRequest request) {
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
