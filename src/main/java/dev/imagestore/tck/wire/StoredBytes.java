package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.BodyDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The octets of a body that is a file whose digest is known: they can go to the socket without passing the heap. */
public record StoredBytes(Path file, BodyDigest digest) implements ByteSource {

    public RequestBody body() {
        return RequestBody.of(digest.length(), this);
    }

    @Override
    public void read(long position, ByteBuffer into) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = position;
            while (into.hasRemaining()) {
                int read = channel.read(into, at);
                if (read < 0) {
                    return;
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
