package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where things are below the folder of a store; all on one file system, so that a file can be renamed into place. */
public final class StoreLayout {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4095;

    private final Path root;
    private final FileNames names = FileNames.ofPlatform();

    public StoreLayout(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    public Path staging() {
        return root.resolve("staging");
    }

    public Path published() {
        return root.resolve("published");
    }

    Path transit() {
        return root.resolve("transit");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path format() {
        return root.resolve("format");
    }

    Path tenure() {
        return root.resolve("tenure");
    }

    public Path staging(Upload upload) {
        return staging().resolve(upload.id() + "-" + upload.serial());
    }

    Path journal(Upload upload) {
        return beside(staging(upload), ".journal");
    }

    /** A chunk that does not fit in its place in the staged bytes, by the first position of its range. */
    Path piece(Upload upload, long first) {
        return beside(staging(upload), ".piece-" + first);
    }

    /** What an upload that has such pieces is made into before it is published. */
    Path joined(Upload upload) {
        return beside(staging(upload), ".joined");
    }

    private static Path beside(Path staged, String suffix) {
        return staged.resolveSibling(staged.getFileName() + suffix);
    }

    public Path published(ContentPath path) {
        Path file = published();
        for (String segment : path.segments()) {
            file = file.resolve(names.of(segment));
        }
        return file;
    }

    String fileName(String segment) {
        return names.of(segment);
    }

    String segment(Path fileName) {
        return names.segment(fileName.toString());
    }

    /** The segments that a path below a published folder stands for. */
    List<String> segments(Path below) {
        List<String> segments = new ArrayList<>();
        below.forEach(name -> segments.add(segment(name)));
        return segments;
    }

    /** Throws {@link RefusedException} if the file system cannot hold such a path. */
    void requireStorable(ContentPath path) {
        Path file = published(path);
        if (bytes(file) > LONGEST_PATH) {
            throw new RefusedException(Reason.PATH_TOO_LONG, "The content path is too long");
        }
        for (Path name : published().relativize(file)) {
            if (bytes(name) > LONGEST_NAME) {
                throw new RefusedException(Reason.PATH_TOO_LONG, "A segment of the content path is too long");
            }
        }
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
