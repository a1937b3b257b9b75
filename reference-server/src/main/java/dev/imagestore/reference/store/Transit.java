package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The folder for what is on its way into or out of the published files. Nothing in it outlives the process. */
final class Transit {

    private final Path folder;
    private final AtomicLong last = new AtomicLong();

    private Transit(Path folder) {
        this.folder = folder;
    }

    static Transit open(StoreLayout layout) throws IOException {
        Path folder = layout.transit();
        if (Files.exists(folder)) {
            Tree.remove(folder);
        }
        Files.createDirectories(folder);
        return new Transit(folder);
    }

    /** A path that nothing else has. */
    Path next() {
        return folder.resolve(Long.toString(last.incrementAndGet()));
    }
}
