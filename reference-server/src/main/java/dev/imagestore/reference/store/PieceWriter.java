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

/** Writes a chunk to a file of its own, and from there to its place in the staged bytes if it fits there. */
abstract class PieceWriter implements ChunkWriter {

    private static final int BUFFER = 256 * 1024;

    private final Path file;
    private final long first;
    private final ChunkWriter inPlace;
    private @Nullable FileChannel open;

    PieceWriter(Path file, long first, ChunkWriter inPlace) {
        this.file = file;
        this.first = first;
        this.inPlace = inPlace;
    }

    /** Whether a chunk of this length fits in its place. */
    abstract boolean fits(long length);

    /** Moves away the file of a chunk that does not fit. Once this returns, the chunk outlasts the process. */
    abstract void keep(Path piece, long length, Instant at) throws IOException;

    private FileChannel channel() throws IOException {
        FileChannel channel = open;
        if (channel == null) {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            open = channel;
        }
        return channel;
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
        FileChannel channel = channel();
        long at = position - first;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public void complete(ByteRange chunk, Instant at) throws IOException {
        FileChannel channel = channel();
        long length = channel.size();
        if (!fits(length)) {
            open = null;
            channel.close(); // a failure to write may show only here
            keep(file, length, at);
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long next = first;
        while (channel.read(buffer, next - first) > 0) {
            buffer.flip();
            int read = buffer.remaining();
            inPlace.write(buffer, next);
            next += read;
            buffer.clear();
        }
        inPlace.complete(chunk, at);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            Files.deleteIfExists(file);
        }
        inPlace.close();
    }
}
