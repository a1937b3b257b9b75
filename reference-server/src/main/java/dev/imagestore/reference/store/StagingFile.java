package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sparse file of one upload, shared by the writers at work on it, and its journal. The file is open while there is
 * a writer, and removed only when a discarded one has none left; the journal is removed at once, so that the upload is
 * not met again after a restart.
 */
final class StagingFile {

    private final Path path;
    private final Journal journal;
    private int users;
    private boolean discarded;
    private @Nullable FileChannel channel;

    StagingFile(Path path, Journal journal) {
        this.path = path;
        this.journal = journal;
    }

    ChunkWriter writer() {
        return new Writer();
    }

    private synchronized FileChannel acquire() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
        }
        users++;
        return open;
    }

    private synchronized void release() throws IOException {
        users--;
        if (users > 0 || channel == null) {
            return;
        }
        FileChannel idle = channel;
        channel = null;
        idle.close();
        if (discarded) {
            Files.deleteIfExists(path);
        }
    }

    private synchronized void received(ByteRange chunk, Instant at) throws IOException {
        if (!discarded) {
            journal.append(new JournalRecord.Received(chunk, at));
        }
    }

    /** Flushes the bytes, and notes that they are about to be moved into place. */
    synchronized void prepareToPublish() throws IOException {
        Durable.flush(path);
        journal.append(new JournalRecord.Publishing());
    }

    synchronized void discard() throws IOException {
        discarded = true;
        journal.remove();
        if (users == 0) {
            Files.deleteIfExists(path);
        }
    }

    private final class Writer implements ChunkWriter {

        private @Nullable FileChannel file;

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            if (file == null) {
                file = acquire();
            }
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        }

        @Override
        public void complete(ByteRange chunk, Instant at) throws IOException {
            close(); // a failure to write may show only here
            received(chunk, at);
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file = null;
                release();
            }
        }
    }
}
