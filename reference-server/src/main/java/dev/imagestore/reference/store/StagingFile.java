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
 * The sparse file of one upload, shared by the writers at work on it: open while there is one, and removed only when a
 * discarded file has none left.
 */
final class StagingFile {

    private final Path path;
    private int users;
    private boolean discarded;
    private @Nullable FileChannel channel;

    StagingFile(Path path) {
        this.path = path;
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

    synchronized void discard() throws IOException {
        discarded = true;
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
        public void complete(ByteRange chunk, Instant at) {
            // The bytes are where they belong; only the settled reservation makes them count.
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
