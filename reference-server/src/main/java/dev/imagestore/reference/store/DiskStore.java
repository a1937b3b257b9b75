package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.SavedSession;
import dev.imagestore.reference.session.Upload;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a folder of its own. An upload is one sparse file into which each chunk is written at its own offset, so
 * that publishing is a flush and a rename whatever the length of the file.
 */
public final class DiskStore implements Store, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskStore.class);

    private final StoreLayout layout;
    private final DataFolder folder;
    private final Staging staging;
    private final Transit transit;
    private final PublishedTree tree;
    private final boolean keepsCommitted;

    private DiskStore(StoreLayout layout, DataFolder folder, Transit transit, boolean keepsCommitted, Clock clock) {
        this.layout = layout;
        this.folder = folder;
        this.staging = new Staging(layout);
        this.transit = transit;
        this.tree = new PublishedTree(layout, transit, clock);
        this.keepsCommitted = keepsCommitted;
    }

    /**
     * Opens the folder, making it if need be, for this process alone.
     *
     * @param keepsCommitted whether a session outlives its commit
     * @param clock the times of published files
     */
    public static DiskStore open(StoreLayout layout, boolean keepsCommitted, Clock clock) throws UnusableDataException {
        return open(layout, keepsCommitted, clock, Tenure.thisBoot());
    }

    static DiskStore open(StoreLayout layout, boolean keepsCommitted, Clock clock, String boot)
            throws UnusableDataException {
        DataFolder folder = DataFolder.open(layout, boot);
        return new DiskStore(layout, folder, new Transit(layout.transit()), keepsCommitted, clock);
    }

    /** Below every serial that is to be given to an upload, and above those that were given by earlier processes. */
    public long serialsAfter() {
        return folder.serialsAfter();
    }

    /**
     * Offers the sessions of earlier processes, of two lives of one id the later one first, and removes what was staged
     * for others. To be called once, before anything is written.
     *
     * @param taken tells whether a session goes on
     */
    public void resume(Predicate<SavedSession> taken) throws UnusableDataException {
        try {
            LeftBehind leftBehind = new LeftBehind(layout);
            if (folder.survived()) {
                leftBehind.resume(taken, staging);
            } else {
                leftBehind.forget("the system was restarted before they were flushed");
            }
            folder.begin();
        } catch (IOException e) {
            throw new UnusableDataException(layout.root(), e.toString());
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
    public boolean reaches(ByteRange range) {
        return StagingFile.reaches(range);
    }

    @Override
    public ChunkWriter writer(Upload upload) {
        return staging.writer(upload);
    }

    @Override
    public ChunkWriter pieceWriter(Upload upload, ByteRange range) {
        return staging.pieceWriter(upload, range, transit.next());
    }

    @Override
    public void publish(Upload upload) throws IOException {
        tree.place(staging.prepareToPublish(upload), upload.path());
        try {
            if (keepsCommitted) {
                staging.moved(upload);
            } else {
                staging.discard(upload);
            }
        } catch (IOException e) {
            LOG.error("'{}' is published, but what was staged could not be removed: {}", upload.path(), e.toString());
        }
    }

    @Override
    public void discard(Upload upload) throws IOException {
        staging.discard(upload);
    }

    @Override
    public Optional<FileChannel> read(ContentPath path) throws IOException {
        Optional<Path> file = tree.find(path).filter(Files::isRegularFile);
        return file.isPresent()
                ? Optional.of(FileChannel.open(file.get(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
                : Optional.empty();
    }

    /** Flushes everything, and lets another process open the folder. Nothing may be at work any more. */
    @Override
    public void close() throws IOException {
        try (folder) {
            staging.close();
            folder.end();
        }
    }
}
