package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The published files and folders. Every method but {@link #writer} may touch the disk and belongs on a thread that may
 * wait. What another call changes at the same time is seen before or after, a single file never half way. A symbolic
 * link below the root is never followed: a path through one is refused, and one in a folder is not there.
 */
public interface Library {

    /** A writer of one whole file, to be closed by the caller. Does not touch the disk yet. */
    FileWriter writer(ContentPath path);

    /** What a folder holds, one level deep, or the file itself; empty if the path names nothing. */
    Optional<Listing> list(ContentPath path, Page page) throws IOException;

    Listing listRoot(Page page) throws IOException;

    /** Removes a file, or a folder with all that is below it, at once; nothing if there is nothing. */
    void delete(ContentPath path) throws IOException;

    /**
     * Copies a file or a folder over what is at the destination; each file is replaced at once.
     *
     * @throws dev.imagestore.reference.session.RefusedException if the source is absent or unfinished, or if a file
     *     would have to replace a folder or the reverse
     */
    void copy(CopyOrder order) throws IOException;

    /** The bytes of all files below a folder; empty if the path names none. */
    OptionalLong size(ContentPath folder) throws IOException;

    Usage published() throws IOException;

    Disk disk() throws IOException;

    /** Writes a file and removes it, as a sign that others can be written. */
    void requireWritable() throws IOException;
}
