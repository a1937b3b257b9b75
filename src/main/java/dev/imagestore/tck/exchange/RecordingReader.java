package dev.imagestore.tck.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the lines of a recording, which may still be growing or have lost the end of its last line. */
final class RecordingReader {

    private final Path file;
    private final InputStream traffic;
    private final BodyFolder bodies;
    private long lines;

    private RecordingReader(Path file, InputStream traffic, BodyFolder bodies) {
        this.file = file;
        this.traffic = traffic;
        this.bodies = bodies;
    }

    static Stream<Exchange> exchanges(Path file, BodyFolder bodies) {
        try {
            InputStream traffic = new BufferedInputStream(Files.newInputStream(file));
            RecordingReader reader = new RecordingReader(file, traffic, bodies);
            return Stream.generate(reader::next)
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .onClose(reader::close);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the recording " + file, e);
        }
    }

    private Optional<Exchange> next() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int octet = traffic.read();
            while (octet >= 0 && octet != '\n') {
                line.write(octet);
                octet = traffic.read();
            }
            lines++;
            // Without its newline a line is either still being written or was never finished.
            return octet < 0 ? Optional.empty() : Optional.of(ExchangeLine.read(line.toByteArray(), bodies));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ", line " + lines, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ", line " + lines + " is no exchange: " + e.getMessage(), e);
        }
    }

    private void close() {
        try {
            traffic.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
