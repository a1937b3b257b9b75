package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The folder for what is on its way into or out of the published files. Nothing in it outlives the process. */
final class Transit {

    private final Path folder;
    private final AtomicLong last = new AtomicLong();

    Transit(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, without what an earlier process has left in it. */
    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Tree.remove(folder);
        }
        Files.createDirectories(folder);
    }

    /** A path that nothing else has. */
    Path next() {
        return folder.resolve(Long.toString(last.incrementAndGet()));
    }
}
