package dev.imagestore.tck.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Exchanges in a folder: {@code traffic.jsonl} with one exchange a line, in the order of their ends, and
 * {@code bodies/} with each body once, named by its SHA-256. It can be read while it grows.
 *
 * <p>Safe for many threads. Nothing is redacted here: what must not be seen must not be added.
 */
public final class Recording implements AutoCloseable {

    private static final String TRAFFIC = "traffic.jsonl";
    private static final String BODIES = "bodies";

    private final BodyStore bodies;
    private final OutputStream traffic;

    private Recording(BodyStore bodies, OutputStream traffic) {
        this.bodies = bodies;
        this.traffic = traffic;
    }

    /** Starts an empty recording; one that was there is removed, other files stay. */
    public static Recording create(Path folder) {
        try {
            BodyStore bodies = BodyFolder.create(folder.resolve(BODIES));
            return new Recording(bodies, Files.newOutputStream(folder.resolve(TRAFFIC)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a recording in " + folder, e);
        }
    }

    /** A recording that stores nothing; bodies are still digested. */
    public static Recording discarding() {
        return new Recording(new DigestOnly(), OutputStream.nullOutputStream());
    }

    /**
     * The exchanges recorded in {@code folder}, read lazily and with the answers' kept octets; close the stream. A last
     * line that is torn is left out; any other line that cannot be read fails with its number.
     */
    public static Stream<Exchange> read(Path folder) {
        return RecordingReader.exchanges(folder.resolve(TRAFFIC), BodyFolder.at(folder.resolve(BODIES)));
    }

    public BodyStore bodies() {
        return bodies;
    }

    /** Adds the exchange and the kept octets of its answer; when this returns they are with the operating system. */
    public void add(Exchange exchange) {
        BodyDigest kept = exchange.answer().map(Answer::bytes).map(this::store).orElse(BodyDigest.EMPTY);
        byte[] line = (ExchangeLine.write(exchange, kept) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (traffic) {
                traffic.write(line);
                traffic.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record exchange " + exchange.number(), e);
        }
    }

    private BodyDigest store(byte[] kept) {
        try (BodyStore.Sink sink = bodies.open()) {
            sink.write(ByteBuffer.wrap(kept));
            return sink.finish();
        }
    }

    @Override
    public void close() {
        try {
            synchronized (traffic) {
                traffic.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the recording", e);
        }
    }
}
