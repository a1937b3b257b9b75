package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import java.nio.file.Path;

/** Where things are below the folder of a store; all on one file system, so that a file can be renamed into place. */
public final class StoreLayout {

    private final Path root;
    private final FileNames names = FileNames.ofPlatform();

    public StoreLayout(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path staging() {
        return root.resolve("staging");
    }

    public Path published() {
        return root.resolve("published");
    }

    Path lock() {
        return root.resolve("lock");
    }

    public Path staging(Upload upload) {
        return staging().resolve(upload.id() + "-" + upload.serial());
    }

    public Path published(ContentPath path) {
        Path file = published();
        for (String segment : path.segments()) {
            file = file.resolve(names.of(segment));
        }
        return file;
    }
}
