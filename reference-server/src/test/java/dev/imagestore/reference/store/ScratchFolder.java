package dev.imagestore.reference.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder for one try of a property, in memory if possible: a property flushes it hundreds of times. */
record ScratchFolder(Path path) implements Closeable {

    private static final Path MEMORY = Path.of("/dev/shm");

    ScratchFolder() throws IOException {
        this(
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "imagestore-law-")
                        : Files.createTempDirectory("imagestore-law-"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
