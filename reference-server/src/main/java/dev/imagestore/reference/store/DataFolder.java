package dev.imagestore.reference.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of a store, held for this process alone: its format, and whose turn it is. */
final class DataFolder implements Closeable {

    private static final String FORMAT = "imagestore-data 1\n";

    private final StoreLayout layout;
    private final FileChannel lock;
    private final Tenure earlier;
    private final Tenure tenure;
    private boolean begun;

    private DataFolder(StoreLayout layout, FileChannel lock, Tenure earlier, Tenure tenure) {
        this.layout = layout;
        this.lock = lock;
        this.earlier = earlier;
        this.tenure = tenure;
    }

    /**
     * Opens the folder, making it if need be.
     *
     * @param boot see {@link Tenure#thisBoot}
     */
    static DataFolder open(StoreLayout layout, String boot) throws UnusableDataException {
        Path root = layout.root();
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new UnusableDataException(root, "it is not a folder");
            }
            Files.createDirectories(root);
            requireKnownFormat(layout);
            return locked(layout, boot);
        } catch (UnusableDataException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw new UnusableDataException(root, "no permission for " + e.getFile());
        } catch (IOException e) {
            throw new UnusableDataException(root, e.toString());
        }
    }

    private static void requireKnownFormat(StoreLayout layout) throws IOException {
        if (Files.exists(layout.format())) {
            String format = Files.readString(layout.format());
            if (!format.equals(FORMAT)) {
                throw new UnusableDataException(
                        layout.root(),
                        "its format is '" + format.strip() + "', this version knows '" + FORMAT.strip()
                                + "'; use the version that wrote it, or give another folder");
            }
        } else if (Files.exists(layout.staging()) || Files.exists(layout.published())) {
            throw new UnusableDataException(
                    layout.root(),
                    "it holds files of something else; give an empty folder, or one that is yet to be made");
        }
    }

    private static DataFolder locked(StoreLayout layout, String boot) throws IOException {
        FileChannel lock = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isTaken(lock)) {
                throw new UnusableDataException(
                        layout.root(), "it is in use by another server; stop that one, or give another folder");
            }
            if (!Files.exists(layout.format())) {
                Durable.write(layout.format(), FORMAT);
            }
            Files.createDirectories(layout.staging());
            Files.createDirectories(layout.published());
            Transit.clear(layout.transit());
            Tenure earlier = earlier(layout);
            return new DataFolder(layout, lock, earlier, earlier.next(boot));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Tenure earlier(StoreLayout layout) throws IOException {
        if (!Files.exists(layout.tenure())) {
            return new Tenure(0, "", true);
        }
        try {
            return Tenure.parse(Files.readString(layout.tenure()));
        } catch (IllegalArgumentException e) {
            throw new UnusableDataException(
                    layout.root(), "the file '" + layout.tenure().getFileName() + "' in it is damaged");
        }
    }

    /** Whether all that an earlier server wrote is still there. */
    boolean survived() {
        return earlier.survives(tenure.boot());
    }

    /** Below every serial that is to be given to an upload now, and above those that ever were. */
    long serialsAfter() {
        return tenure.serialsAfter();
    }

    /** Notes that whatever did not survive has been removed, and that the folder will be written to. */
    void begin() throws IOException {
        Durable.write(layout.tenure(), tenure.text());
        begun = true;
    }

    /** Notes that everything in the folder has been flushed, and that nothing will be written any more. */
    void end() throws IOException {
        if (begun) {
            Durable.write(layout.tenure(), tenure.ended().text());
        }
    }

    /** Lets another process open the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
