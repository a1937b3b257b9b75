package dev.imagestore.tck.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of files named by their SHA-256. An empty body has no file. */
final class BodyFolder implements BodyStore {

    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|\\d+\\.part");

    private final Path folder;
    private final AtomicLong parts = new AtomicLong();
    private volatile String lastFound = "";

    private BodyFolder(Path folder) {
        this.folder = folder;
    }

    static BodyFolder at(Path folder) {
        return new BodyFolder(folder);
    }

    /** Makes the folder, or empties it of bodies; other files stay. */
    static BodyFolder create(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (OURS.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
        return new BodyFolder(folder);
    }

    /** A folder that keeps what it has, but for what was never finished. */
    static BodyFolder keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().matches("\\d+\\.part")) {
                    Files.delete(file);
                }
            }
        }
        return new BodyFolder(folder);
    }

    Path file(BodyDigest digest) {
        return folder.resolve(digest.sha256());
    }

    /** What is wrong with that body, if it is not there as a whole; its octets are not read. */
    Optional<String> complaint(BodyDigest digest) {
        if (digest.length() == 0 || digest.sha256().equals(lastFound)) {
            return Optional.empty();
        }
        try {
            long size = Files.size(file(digest));
            if (size != digest.length()) {
                return Optional.of(
                        "its body %s has %d bytes instead of %d".formatted(digest.sha256(), size, digest.length()));
            }
            lastFound = digest.sha256();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("its body is not there: " + file(digest));
        }
    }

    byte[] read(BodyDigest digest) throws IOException {
        return digest.length() == 0 ? new byte[0] : Files.readAllBytes(file(digest));
    }

    @Override
    public Sink open() {
        return new Part(folder.resolve(parts.incrementAndGet() + ".part"));
    }

    private final class Part implements Sink {
        private final Path file;
        private final BodyDigester digester = new BodyDigester();
        private @Nullable FileChannel channel;

        Part(Path file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer piece) {
            digester.update(piece.duplicate());
            try {
                while (piece.hasRemaining()) {
                    opened().write(piece);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }

        private FileChannel opened() throws IOException {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            return channel;
        }

        @Override
        public BodyDigest finish() {
            BodyDigest digest = digester.digest();
            try {
                if (channel != null) {
                    channel.close();
                    store(folder.resolve(digest.sha256()));
                    channel = null;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot store body " + digest.sha256() + " in " + folder, e);
            }
            return digest;
        }

        private void store(Path body) throws IOException {
            if (Files.exists(body)) {
                Files.delete(file);
            } else {
                Files.move(file, body, StandardCopyOption.ATOMIC_MOVE);
            }
        }

        @Override
        public void close() {
            if (channel == null) {
                return;
            }
            try {
                channel.close();
                Files.deleteIfExists(file);
                channel = null;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot drop " + file, e);
            }
        }
    }
}
