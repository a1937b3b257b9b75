package dev.imagestore.reference.store;

import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The staged bytes of uploads that are not published, and their journals. */
final class Staging {

    private final StoreLayout layout;
    private final Map<Upload, StagingFile> files = new ConcurrentHashMap<>();

    Staging(StoreLayout layout) {
        this.layout = layout;
    }

    ChunkWriter writer(Upload upload) {
        return file(upload).writer();
    }

    /** Flushes the bytes of an upload, which are about to be moved into place. */
    void prepareToPublish(Upload upload) throws IOException {
        file(upload).prepareToPublish();
    }

    /** Forgets an upload whose bytes have been moved into place; its journal stays. */
    void moved(Upload upload) {
        files.remove(upload);
    }

    void discard(Upload upload) throws IOException {
        StagingFile file = file(upload);
        files.remove(upload);
        file.discard();
    }

    private StagingFile file(Upload upload) {
        return files.computeIfAbsent(
                upload, key -> new StagingFile(layout.staging(key), new Journal(layout.journal(key), key)));
    }

    /** Flushes everything, so that it outlasts a loss of power. */
    void flush() throws IOException {
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
