package dev.imagestore.reference.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a journal record by record, up to its end or to the first that was not written whole. */
final class JournalReader implements Closeable {

    private final InputStream in;
    private long position;

    JournalReader(Path journal) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(journal));
    }

    /** The next record; empty if there is no further one that is whole. */
    Optional<JournalRecord> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet >= 0 && octet != JournalLine.END && line.size() < JournalLine.LONGEST) {
            line.write(octet);
            octet = in.read();
        }
        if (octet != JournalLine.END) {
            return Optional.empty();
        }
        Optional<JournalRecord> entry = JournalLine.parse(line.toString(StandardCharsets.ISO_8859_1));
        if (entry.isPresent()) {
            position += line.size() + 1;
        }
        return entry;
    }

    /** Where the last whole record ended. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
