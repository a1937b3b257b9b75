package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.SuiteIdentity;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Har;
import dev.imagestore.tck.exchange.RecordingReader;
import dev.imagestore.tck.exchange.SentRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a recording as HAR 1.2, exchange by exchange and body by body. */
public final class HarExport {

    private HarExport() {}

    /**
     * Writes the file; returns how many entries it has.
     *
     * @throws dev.imagestore.tck.exchange.BadRecordingException when the recording cannot be read
     */
    public static long export(Path recording, Path har, boolean skipDamaged) {
        try (RecordingReader reader = RecordingReader.open(recording, skipDamaged);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(har))) {
            return Har.write(
                    exchanges(reader),
                    HarExport::origin,
                    SuiteIdentity.version(),
                    body -> Optional.of(Files.newInputStream(reader.body(body))),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + har, e);
        }
    }

    private static Stream<Exchange> exchanges(RecordingReader reader) {
        return Stream.generate(reader::next)
                .takeWhile(Optional::isPresent)
                .map(next -> next.orElseThrow().exchange());
    }

    private static String origin(SentRequest request) {
        String host = request.header("Host");
        return "http://" + (host.isEmpty() ? "unknown.invalid" : host);
    }
}
