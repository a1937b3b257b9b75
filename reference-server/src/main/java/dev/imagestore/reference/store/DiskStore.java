package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a folder of its own. An upload is one sparse file into which each chunk is written at its own offset, so
 * that publishing is a flush and a rename whatever the length of the file.
 */
public final class DiskStore implements Store, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskStore.class);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4095;

    private final StoreLayout layout;
    private final FileChannel lock;
    private final Map<Upload, StagingFile> staged = new ConcurrentHashMap<>();

    private DiskStore(StoreLayout layout, FileChannel lock) {
        this.layout = layout;
        this.lock = lock;
    }

    /** Opens the folder, making it if need be, for this process alone. Staged bytes of an earlier process are removed. */
    public static DiskStore open(StoreLayout layout) throws IOException {
        Files.createDirectories(layout.staging());
        Files.createDirectories(layout.published());
        FileChannel lock = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(lock)) {
            lock.close();
            throw new IOException("the store is in use by another server");
        }
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(layout.staging())) {
            for (Path file : leftOver) {
                Files.delete(file);
            }
        }
        return new DiskStore(layout, lock);
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void requireStorable(ContentPath path) {
        Path file = layout.published(path);
        if (bytes(file) > LONGEST_PATH) {
            throw new RefusedException(Reason.PATH_TOO_LONG, "The content path is too long");
        }
        for (Path name : layout.published().relativize(file)) {
            if (bytes(name) > LONGEST_NAME) {
                throw new RefusedException(Reason.PATH_TOO_LONG, "A segment of the content path is too long");
            }
        }
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        return staged.computeIfAbsent(upload, key -> new StagingFile(layout.staging(key)))
                .writer();
    }

    @Override
    public void publish(Upload upload) throws IOException {
        Path target = layout.published(upload.path());
        if (Files.isDirectory(target)) {
            throw new RefusedException(Reason.ARGUMENT, "'" + upload.path() + "' is a folder");
        }
        Path folder = madeFolderOf(target);
        Path source = layout.staging(upload);
        try (FileChannel file = FileChannel.open(source, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        staged.remove(upload);
        try {
            sync(folder);
        } catch (IOException e) {
            // The rename cannot be taken back, so the file is published; only a loss of power could still undo it.
            LOG.error("'{}' is published but its folder could not be flushed: {}", upload.path(), e.toString());
        }
    }

    private Path madeFolderOf(Path target) throws IOException {
        Path folder = layout.published();
        Path below = folder.relativize(target);
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            Path parent = folder;
            folder = parent.resolve(below.getName(i));
            if (Files.isDirectory(folder)) {
                continue;
            }
            if (Files.exists(folder)) {
                throw new RefusedException(
                        Reason.ARGUMENT, "'" + below.subpath(0, i + 1) + "' is a file, not a folder");
            }
            Files.createDirectories(folder);
            sync(parent);
        }
        return folder;
    }

    private static void sync(Path folder) throws IOException {
        if (File.separatorChar != '/') {
            return; // elsewhere a folder cannot be opened, and need not be flushed
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void discard(Upload upload) throws IOException {
        StagingFile file = staged.remove(upload);
        if (file != null) {
            file.discard();
        }
    }

    @Override
    public Optional<FileChannel> read(ContentPath path) throws IOException {
        Path file = layout.published(path);
        return Files.isRegularFile(file)
                ? Optional.of(FileChannel.open(file, StandardOpenOption.READ))
                : Optional.empty();
    }

    /** Lets another process open the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
