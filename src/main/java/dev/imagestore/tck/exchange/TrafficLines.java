package dev.imagestore.tck.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The lines of a file, each with where it is. A last line without its end is told apart: it may still grow. */
final class TrafficLines implements AutoCloseable {

    /** A whole line without its newline; {@code number} counts from 1. */
    @SuppressWarnings("ArrayRecordComponent") // a value that is read, never compared
    record Line(long number, long offset, byte[] octets) {}

    private static final int BLOCK = 256 << 10;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long position;
    private long lines;
    private long torn;

    TrafficLines(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /** The next whole line; empty at the end, from which reading can go on when the file has grown. */
    Optional<Line> next() {
        long offset = position;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (block.hasRemaining() || fill()) {
            int end = newline();
            line.write(block.array(), block.position(), end - block.position());
            position += end - block.position();
            block.position(end);
            if (block.hasRemaining()) {
                block.get();
                position++;
                torn = 0;
                return Optional.of(new Line(++lines, offset, line.toByteArray()));
            }
        }
        torn = position - offset;
        position = offset;
        block.limit(0);
        return Optional.empty();
    }

    private int newline() {
        byte[] octets = block.array(); // of the buffer itself it takes a tenth of all reading
        int limit = block.limit();
        int at = block.position();
        while (at < limit && octets[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() {
        try {
            block.clear();
            int read = channel.read(block, position);
            block.flip();
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Goes on with the line that begins there; its number is not known. */
    void seek(long offset) {
        long blockStart = position - block.position();
        if (offset >= blockStart && offset < blockStart + block.limit()) {
            block.position((int) (offset - blockStart));
        } else {
            block.limit(0);
        }
        position = offset;
    }

    /** How many octets of a line without its end there were when the end was met. */
    long torn() {
        return torn;
    }

    /** Where the last whole line ends. */
    long end() {
        return position;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
