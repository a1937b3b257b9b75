package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of published files, and the only way to change what is in it. Each change is one rename; the lock keeps a
 * folder from vanishing between the moment it is made for a file and the moment the file is in it. Nothing slow is done
 * under the lock.
 */
final class PublishedTree {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedTree.class);

    private final StoreLayout layout;
    private final Transit transit;
    private final Clock clock;
    private Instant lastStamp = Instant.MIN;

    PublishedTree(StoreLayout layout, Transit transit, Clock clock) {
        this.layout = layout;
        this.transit = transit;
        this.clock = clock;
    }

    /**
     * Where a path is in the file system; empty if nothing is there.
     *
     * @throws RefusedException if it leads through a symbolic link
     */
    Optional<Path> find(ContentPath path) {
        Path place = layout.published();
        for (String segment : path.segments()) {
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            place = place.resolve(layout.fileName(segment));
            refuseLink(place, path);
        }
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS) ? Optional.of(place) : Optional.empty();
    }

    private static void refuseLink(Path place, ContentPath path) {
        if (Files.isSymbolicLink(place)) {
            throw new RefusedException(Reason.PATH, "'" + path + "' leads through a symbolic link");
        }
    }

    /**
     * Renames a flushed file into the place of a path. If this fails, neither the file nor what is published has
     * changed.
     *
     * @return whether a file was replaced
     * @throws RefusedException if the path is taken by a folder, a file is in its way, or it leads through a link
     */
    boolean place(Path source, ContentPath path) throws IOException {
        layout.requireStorable(path);
        Path target = layout.published(path);
        List<Path> changed = new ArrayList<>();
        boolean replaced;
        synchronized (this) {
            refuseLink(target, path);
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(Reason.ARGUMENT, "'" + path + "' is a folder");
            }
            Files.setLastModifiedTime(source, FileTime.from(stamp()));
            changed.add(madeFolder(path, path.segments().size() - 1, changed));
            replaced = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        }
        flush(changed, path);
        return replaced;
    }

    /** Makes a folder and those above it, if need be. */
    void makeFolder(ContentPath path) throws IOException {
        layout.requireStorable(path);
        List<Path> changed = new ArrayList<>();
        synchronized (this) {
            madeFolder(path, path.segments().size(), changed);
        }
        flush(changed, path);
    }

    /** The folder of the first segments, made if need be. Notes in {@code changed} which folders got a new one. */
    private Path madeFolder(ContentPath path, int depth, List<Path> changed) throws IOException {
        Path folder = layout.published();
        for (String segment : path.segments().subList(0, depth)) {
            Path parent = folder;
            folder = parent.resolve(layout.fileName(segment));
            refuseLink(folder, path);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(
                        Reason.ARGUMENT, "'" + layout.published().relativize(folder) + "' is a file, not a folder");
            }
            Files.createDirectory(folder);
            changed.add(parent);
        }
        return folder;
    }

    /** Removes a file, or a folder with all that is below it: at once for all who look, then from the disk. */
    void remove(ContentPath path) throws IOException {
        Path removed = transit.next();
        Path parent;
        synchronized (this) {
            Optional<Path> found = find(path);
            if (found.isEmpty()) {
                return;
            }
            parent = Objects.requireNonNull(found.get().getParent());
            Files.move(found.get(), removed, StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.flushFolder(parent);
        Tree.remove(removed);
    }

    /** Later than every stamp before, so that two versions of a file can be told apart. */
    private Instant stamp() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        lastStamp = now.isAfter(lastStamp) ? now : lastStamp.plus(1, ChronoUnit.MICROS);
        return lastStamp;
    }

    private static void flush(List<Path> folders, ContentPath path) {
        try {
            for (Path folder : folders) {
                Durable.flushFolder(folder);
            }
        } catch (IOException e) {
            // The rename cannot be taken back, so the file is published; only a loss of power could still undo it.
            LOG.error("'{}' is published but its folder could not be flushed: {}", path, e.toString());
        }
    }
}
