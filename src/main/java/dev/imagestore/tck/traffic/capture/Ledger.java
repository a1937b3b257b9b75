package dev.imagestore.tck.traffic.capture;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.model.Action;
import dev.imagestore.tck.model.Fate;
import dev.imagestore.tck.traffic.ApiRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The recording as connections write to it. When it cannot be written any more it is given up, once and for all: traffic
 * is more important. Safe for many threads.
 */
final class Ledger implements AutoCloseable {

    private final Recording recording;
    private final Redactor redactor;
    private final AtomicLong numbers;
    private final AtomicLong connections;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> incomplete = Optional.empty();

    private Ledger(Recording recording, Redactor redactor, long lastNumber, long lastConnection) {
        this.recording = recording;
        this.redactor = redactor;
        this.numbers = new AtomicLong(lastNumber);
        this.connections = new AtomicLong(lastConnection);
    }

    /** Goes on with a recording that is there. */
    static Ledger open(Path folder, Redactor redactor) {
        long number = 0;
        long connection = 0;
        if (Files.exists(folder.resolve("traffic.jsonl"))) {
            try (RecordingReader reader = RecordingReader.open(folder, true)) {
                for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
                    number = Math.max(number, next.get().exchange().number());
                    connection = Math.max(connection, next.get().exchange().connection());
                }
            }
        }
        return new Ledger(Recording.append(folder), redactor, number, connection);
    }

    Redactor redactor() {
        return redactor;
    }

    Recording recording() {
        return recording;
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    long nextConnection() {
        return connections.incrementAndGet();
    }

    void add(Exchange exchange) {
        recording.add(exchange);
        written.incrementAndGet();
        bytes.addAndGet(exchange.request().body().length());
        ApiRequest api =
                ApiRequest.of(exchange.request().method(), exchange.request().target());
        Action action = api.action(exchange.request(), 0);
        if (ApiRequest.fate(exchange) == Fate.ACCEPTED) {
            if (action instanceof Action.Chunk chunk) {
                sessions.add(chunk.session());
            } else if (action instanceof Action.Commit commit) {
                sessions.remove(commit.session());
            } else if (action instanceof Action.DropSession drop) {
                sessions.remove(drop.session());
            }
        }
    }

    /** Nothing more is written. */
    synchronized void giveUp(Exception cause) {
        if (incomplete.isEmpty()) {
            incomplete = Optional.of("the recording is incomplete after %d exchanges, from exchange %d on: %s"
                    .formatted(written.get(), numbers.get(), cause.getMessage()));
        }
    }

    /** Why the recording was given up, if it was. */
    Optional<String> incomplete() {
        return incomplete;
    }

    long written() {
        return written.get();
    }

    long bytes() {
        return bytes.get();
    }

    int openSessions() {
        return sessions.size();
    }

    @Override
    public void close() {
        recording.close();
    }
}
