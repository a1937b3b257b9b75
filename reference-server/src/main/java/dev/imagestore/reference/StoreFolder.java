package dev.imagestore.reference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a server keeps its files. A temporary folder is removed, with all that is in it, when closed. */
record StoreFolder(Path path, boolean temporary) implements Closeable {

    static StoreFolder lasting(Path path) {
        return new StoreFolder(path, false);
    }

    static StoreFolder passing() throws IOException {
        return new StoreFolder(Files.createTempDirectory("imagestore-"), true);
    }

    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
