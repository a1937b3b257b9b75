package dev.imagestore.reference.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.imagestore.reference.session.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What must outlast the process about one upload: an append-only file, made with its first record and open from one
 * record on until it is closed, again and again. Used by one thread at a time.
 */
final class Journal implements Closeable {

    private static final long UNKNOWN = -1;

    private final Path path;
    private final Upload upload;
    private long end = UNKNOWN;
    private @Nullable FileChannel channel;

    Journal(Path path, Upload upload) {
        this.path = path;
        this.upload = upload;
    }

    /** Appends a record; if this fails, the record is not there. */
    void append(JournalRecord entry) throws IOException {
        FileChannel file = opened();
        String head = end == 0 ? JournalLine.of(JournalRecord.Opened.of(upload)) : "";
        ByteBuffer lines = StandardCharsets.ISO_8859_1.encode(head + JournalLine.of(entry));
        int length = lines.remaining();
        if (length > JournalLine.LONGEST) {
            throw new IOException("a record of " + length + " bytes is too long for a journal");
        }
        try {
            write(file, lines);
        } catch (IOException e) {
            takeBack(file, e);
            throw e;
        }
        end += length;
    }

    private FileChannel opened() throws IOException {
        if (channel != null && Files.notExists(path)) {
            close();
        }
        FileChannel file = channel;
        if (file == null) {
            // One that was written and has vanished is not made anew: it would lack its beginning.
            file = end > 0 ? FileChannel.open(path, WRITE) : FileChannel.open(path, CREATE, WRITE);
            channel = file;
        }
        if (end == UNKNOWN) {
            end = file.size();
        }
        return file;
    }

    private void write(FileChannel file, ByteBuffer lines) throws IOException {
        long at = end;
        while (lines.hasRemaining()) {
            at += file.write(lines, at);
        }
    }

    private void takeBack(FileChannel file, IOException fault) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel file = channel;
        if (file != null) {
            channel = null;
            file.close();
        }
    }

    void remove() throws IOException {
        close();
        Files.deleteIfExists(path);
    }
}
