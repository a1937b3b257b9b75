package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The bytes of uploads and of published files. Decides nothing: what may be written where is settled before. Every
 * method that may touch the disk says so by {@link IOException} and belongs on a thread that may wait.
 */
public interface Store {

    /**
     * Checks, without touching the disk, that the file system can hold such a path.
     *
     * @throws dev.imagestore.reference.session.RefusedException if it cannot
     */
    void requireStorable(ContentPath path);

    /** Whether a sparse file can hold bytes at these positions. Where it cannot, a chunk has to be a piece of its own. */
    boolean reaches(ByteRange range);

    /** A writer of one chunk, to be closed by the caller. Does not touch the disk yet. */
    ChunkWriter writer(Upload upload);

    /**
     * A writer of one chunk whose length need not be that of its range: the piece that it is in the end moves what comes
     * behind it. Otherwise like {@link #writer}.
     */
    ChunkWriter pieceWriter(Upload upload, ByteRange range);

    /**
     * Makes the staged bytes of a complete upload the content of its path, at once, replacing what was there; from then
     * on they outlast a loss of power. If this fails, neither the staged bytes nor the published ones have changed.
     *
     * @throws dev.imagestore.reference.session.RefusedException if the path is taken by a folder, or a file is in its
     *     way, or if the pieces together are not as long as the file
     */
    void publish(Upload upload) throws IOException;

    /** Forgets the staged bytes of an upload. May be called again, and while a writer of it is still at work. */
    void discard(Upload upload) throws IOException;

    /** Opens a published file for reading; the caller closes it. It stays readable whatever is published later. */
    Optional<FileChannel> read(ContentPath path) throws IOException;
}
