package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store in a folder of its own. An upload is one sparse file into which each chunk is written at its own offset, so
 * that publishing is a flush and a rename whatever the length of the file.
 */
public final class DiskStore implements Store, Closeable {

    private final StoreLayout layout;
    private final FileChannel lock;
    private final Transit transit;
    private final PublishedTree tree;
    private final OddPieces odd;
    private final Map<Upload, StagingFile> staged = new ConcurrentHashMap<>();

    private DiskStore(StoreLayout layout, FileChannel lock, Transit transit, Clock clock) {
        this.layout = layout;
        this.lock = lock;
        this.transit = transit;
        this.odd = new OddPieces(transit);
        this.tree = new PublishedTree(layout, transit, clock);
    }

    /** Opens the folder, making it if need be, for this process alone. Staged bytes of an earlier process are removed. */
    public static DiskStore open(StoreLayout layout, Clock clock) throws IOException {
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
        return new DiskStore(layout, lock, Transit.open(layout), clock);
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The files that were published here. */
    public Library library() {
        return new DiskLibrary(layout, tree, transit);
    }

    @Override
    public void requireStorable(ContentPath path) {
        layout.requireStorable(path);
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        return staged.computeIfAbsent(upload, key -> new StagingFile(layout.staging(key)))
                .writer();
    }

    @Override
    public ChunkWriter pieceWriter(Upload upload, ByteRange range) {
        return odd.writer(upload, range, writer(upload));
    }

    @Override
    public void publish(Upload upload) throws IOException {
        Path source = layout.staging(upload);
        if (odd.has(upload)) {
            try (IncomingFile joined = new IncomingFile(tree, upload.path(), transit.next())) {
                odd.join(upload, source, joined.channel());
                joined.publish();
            }
            discard(upload);
            return;
        }
        try (FileChannel file = FileChannel.open(source, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        tree.place(source, upload.path());
        staged.remove(upload);
    }

    @Override
    public void discard(Upload upload) throws IOException {
        odd.discard(upload);
        StagingFile file = staged.remove(upload);
        if (file != null) {
            file.discard();
        }
    }

    @Override
    public Optional<FileChannel> read(ContentPath path) throws IOException {
        Optional<Path> file = tree.find(path).filter(Files::isRegularFile);
        return file.isPresent()
                ? Optional.of(FileChannel.open(file.get(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
                : Optional.empty();
    }

    /** Lets another process open the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
