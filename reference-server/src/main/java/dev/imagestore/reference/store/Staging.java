package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Piece;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The staged bytes of uploads that are not published, and their journals. */
final class Staging {

    private static final int MOST_OPEN = 128; // two handles each

    private final StoreLayout layout;
    private final OpenFiles open = new OpenFiles(MOST_OPEN);
    private final Map<Upload, StagingFile> files = new ConcurrentHashMap<>();

    Staging(StoreLayout layout) {
        this.layout = layout;
    }

    ChunkWriter writer(Upload upload) {
        return file(upload).writer();
    }

    /** @param inTransit where the chunk may be until its length is known */
    ChunkWriter pieceWriter(Upload upload, ByteRange range, Path inTransit) {
        return file(upload).pieceWriter(range, inTransit);
    }

    /** Knows again an upload that an earlier process has begun, and its pieces. */
    void resume(Upload upload, List<Piece> pieces) {
        file(upload).resume(pieces);
    }

    /**
     * Flushes the bytes of an upload, which are about to be moved into place.
     *
     * @return the file to be moved
     * @throws RefusedException if its chunks together are not as long as the file
     */
    Path prepareToPublish(Upload upload) throws IOException {
        return file(upload).prepareToPublish();
    }

    /** Forgets an upload whose bytes have been moved into place; its journal stays. */
    void moved(Upload upload) throws IOException {
        StagingFile file = file(upload);
        files.remove(upload);
        file.removeBytes();
    }

    void discard(Upload upload) throws IOException {
        StagingFile file = file(upload);
        files.remove(upload);
        file.discard();
    }

    private StagingFile file(Upload upload) {
        return files.computeIfAbsent(upload, key -> new StagingFile(layout, key, open));
    }

    /** Closes and flushes everything, so that it outlasts a loss of power. Nothing may be at work any more. */
    void close() throws IOException {
        files.values().forEach(StagingFile::closeIfIdle);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(layout.staging())) {
            for (Path file : all) {
                if (Files.isRegularFile(file)) {
                    Durable.flush(file);
                }
            }
        }
        Durable.flushFolder(layout.staging());
    }
}
