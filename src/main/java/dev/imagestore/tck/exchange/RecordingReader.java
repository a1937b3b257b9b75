package dev.imagestore.tck.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Reads a recording, which may still be growing or have lost the end of its last line. For one thread; whoever opens it
 * closes it.
 */
public final class RecordingReader implements AutoCloseable {

    /** An exchange and where its line is. */
    public record Recorded(long line, long offset, Exchange exchange) {}

    private final Path file;
    private final TrafficLines lines;
    private final BodyFolder bodies;
    private final boolean skipDamaged;
    private boolean requestBodies = true;
    private long damaged;
    private String firstDamage = "";

    private RecordingReader(Path file, TrafficLines lines, BodyFolder bodies, boolean skipDamaged) {
        this.file = file;
        this.lines = lines;
        this.bodies = bodies;
        this.skipDamaged = skipDamaged;
    }

    /**
     * Opens the recording in that folder.
     *
     * @param skipDamaged whether lines that are no exchange, or whose bodies are not there, are counted and left out
     * @throws BadRecordingException when there is none, or one of another version
     */
    public static RecordingReader open(Path folder, boolean skipDamaged) {
        Path file = folder.resolve(Recording.TRAFFIC);
        TrafficLines lines;
        try {
            lines = new TrafficLines(file);
        } catch (NoSuchFileException e) {
            throw new BadRecordingException(
                    "there is no recording in %s: it has no file %s".formatted(folder, Recording.TRAFFIC), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
        Optional<String> complaint = lines.next()
                .map(first -> ExchangeLine.complaint(first.octets()))
                .orElse(Optional.of("it is empty; expected the first line " + ExchangeLine.first()));
        if (complaint.isPresent()) {
            lines.close();
            throw new BadRecordingException("%s, line 1: %s".formatted(file, complaint.get()));
        }
        BodyFolder bodies = BodyFolder.at(folder.resolve(Recording.BODIES));
        return new RecordingReader(file, lines, bodies, skipDamaged);
    }

    static Stream<Exchange> exchanges(Path folder) {
        RecordingReader reader = open(folder, false);
        reader.requestBodies = false;
        return Stream.generate(reader::next)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(Recorded::exchange)
                .onClose(reader::close);
    }

    /**
     * The next exchange; empty at the end, after which more may come if the recording is still growing.
     *
     * @throws BadRecordingException on a damaged line, unless these are skipped
     */
    public Optional<Recorded> next() {
        while (true) {
            Optional<TrafficLines.Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(recorded(line.get()));
            } catch (BadRecordingException e) {
                if (!skipDamaged) {
                    throw e;
                }
                damaged++;
                firstDamage = damaged == 1 ? String.valueOf(e.getMessage()) : firstDamage;
            }
        }
    }

    /** The exchange whose line begins there, which was read before. Whether its body is there is not looked at again. */
    public Exchange at(long offset) {
        lines.seek(offset);
        return lines.next()
                .map(this::exchange)
                .orElseThrow(() -> new BadRecordingException("%s has become shorter than it was".formatted(file)));
    }

    private Recorded recorded(TrafficLines.Line line) {
        Exchange exchange = exchange(line);
        if (requestBodies) {
            bodies.complaint(exchange.request().body()).ifPresent(complaint -> {
                throw new BadRecordingException("%s, line %d: %s".formatted(file, line.number(), complaint));
            });
        }
        return new Recorded(line.number(), line.offset(), exchange);
    }

    private Exchange exchange(TrafficLines.Line line) {
        try {
            return ExchangeParser.parse(line.octets(), bodies);
        } catch (IOException | RuntimeException e) {
            throw new BadRecordingException(
                    "%s, line %d is no exchange: %s".formatted(file, line.number(), reason(e)), e);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof JacksonException json) {
            return json.getOriginalMessage();
        }
        return e instanceof NoSuchFileException missing
                ? "its body is not there: " + missing.getFile()
                : String.valueOf(e.getMessage());
    }

    /** The file of a body that is not empty. */
    public Path body(BodyDigest digest) {
        return bodies.file(digest);
    }

    /** How many lines were skipped. */
    public long damaged() {
        return damaged;
    }

    /** What was wrong with the first of them. */
    public String firstDamage() {
        return firstDamage;
    }

    /** How many octets of an unfinished last line there are, after the end was met. */
    public long torn() {
        return lines.torn();
    }

    /** How large the recording in that folder is without its bodies, in octets; 0 if there is none. */
    public static long size(Path folder) {
        return folder.resolve(Recording.TRAFFIC).toFile().length();
    }

    @Override
    public void close() {
        lines.close();
    }
}
