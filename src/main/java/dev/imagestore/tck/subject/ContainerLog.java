package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The output of a container in a file, up to a bound. Safe for many threads. */
final class ContainerLog implements AutoCloseable {

    private static final long MOST = 16 << 20;

    private final OutputStream out;
    private final Redactor redactor;
    private long room = MOST;

    private ContainerLog(OutputStream out, Redactor redactor) {
        this.out = out;
        this.redactor = redactor;
    }

    /** One that was there is replaced. */
    static ContainerLog in(Path file, Redactor redactor) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            return new ContainerLog(Files.newOutputStream(file), redactor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    synchronized void write(byte @Nullable [] octets) {
        if (octets == null || room <= 0) {
            return;
        }
        byte[] shown = redactor.redact(octets);
        try {
            out.write(shown, 0, (int) Math.min(room, shown.length));
            out.flush();
        } catch (IOException e) {
            room = 0; // what comes after the container was told to stop
        }
        room -= shown.length;
    }

    @Override
    public synchronized void close() {
        room = 0;
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log of the container", e);
        }
    }
}
