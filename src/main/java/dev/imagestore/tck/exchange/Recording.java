package dev.imagestore.tck.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Exchanges in a folder: {@code traffic.jsonl} with the version in its first line and then one exchange a line, in the order of their ends, and
 * {@code bodies/} with each body once, named by its SHA-256. It can be read while it grows.
 *
 * <p>Safe for many threads. Nothing is redacted here: what must not be seen must not be added.
 */
public final class Recording implements AutoCloseable {

    static final String TRAFFIC = "traffic.jsonl";
    static final String BODIES = "bodies";

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
            return started(new Recording(bodies, Files.newOutputStream(folder.resolve(TRAFFIC))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a recording in " + folder, e);
        }
    }

    /**
     * Goes on with the recording in that folder, or starts one. A last line that was torn is removed.
     *
     * @throws BadRecordingException when what is there is of another version
     */
    public static Recording append(Path folder) {
        Path traffic = folder.resolve(TRAFFIC);
        try {
            BodyStore bodies = BodyFolder.keep(folder.resolve(BODIES));
            if (!Files.exists(traffic) || Files.size(traffic) == 0) {
                return started(new Recording(bodies, Files.newOutputStream(traffic)));
            }
            removeTorn(folder, traffic);
            return new Recording(bodies, Files.newOutputStream(traffic, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot go on with the recording in " + folder, e);
        }
    }

    private static void removeTorn(Path folder, Path traffic) throws IOException {
        RecordingReader.open(folder, true).close();
        try (TrafficLines lines = new TrafficLines(traffic);
                FileChannel file = FileChannel.open(traffic, StandardOpenOption.WRITE)) {
            while (lines.next().isPresent()) {
                // to the end
            }
            file.truncate(lines.end());
        }
    }

    private static Recording started(Recording recording) throws IOException {
        recording.traffic.write((ExchangeLine.first() + "\n").getBytes(StandardCharsets.UTF_8));
        recording.traffic.flush();
        return recording;
    }

    /** A recording that stores nothing; bodies are still digested. */
    public static Recording discarding() {
        return new Recording(new DigestOnly(), OutputStream.nullOutputStream());
    }

    /**
     * The exchanges recorded in {@code folder}, read lazily and with the answers' kept octets; close the stream. A last
     * line that is torn is left out; on any other that cannot be read it fails with a {@link BadRecordingException}.
     */
    public static Stream<Exchange> read(Path folder) {
        return RecordingReader.exchanges(folder);
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
