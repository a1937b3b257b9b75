package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.wire.BodySink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The content oracle {@code dir:PATH}: the folder in which the target keeps its files, each under its own path. */
final class DirOracle implements ByteOracle {

    private final Path root;

    private DirOracle(Path root) {
        this.root = root;
    }

    static DirOracle of(String folder) {
        try {
            Path root = Path.of(folder).toAbsolutePath().normalize();
            if (!folder.isBlank() && Files.isDirectory(root)) {
                return new DirOracle(root);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "the content oracle \"dir:%s\" names no folder; expected one like dir:/var/lib/store"
                        .formatted(folder));
    }

    @Override
    public Optional<BodyDigest> copy(String path, BodySink sink, long maxBytes) {
        Path file = file(path);
        if (!Files.isDirectory(root)) {
            throw new InstrumentException("the folder %s of the content oracle is gone".formatted(root));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Reading.through(in, sink, maxBytes));
        } catch (IOException e) {
            throw new InstrumentException("the content oracle cannot read %s: %s".formatted(file, e));
        }
    }

    private Path file(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new InstrumentException("the content oracle has no place for the path %s".formatted(path));
    }
}
