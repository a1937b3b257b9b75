package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.StoreLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a deleted file for the next one of its path, and forgets to cut it off. */
final class TailOfDeleted {

    private static final long LONGEST = 1 << 20;

    static final Mutant MUTANT = Mutant.of(
            "tail-of-deleted-file",
            "COM-02",
            Family.COMMIT,
            3,
            "A file that is committed where a longer one was deleted ends in the tail of that one.",
            TailOfDeleted::in);

    private final StoreLayout layout;
    private final Map<ContentPath, byte[]> deleted = new ConcurrentHashMap<>();

    private TailOfDeleted(StoreLayout layout) {
        this.layout = layout;
    }

    private static Collaborators in(Collaborators parts) {
        TailOfDeleted files = new TailOfDeleted(parts.layout());
        return parts.with(new ForwardingLibrary(parts.library()) {
                    @Override
                    public void delete(ContentPath path) throws IOException {
                        files.remember(path);
                        super.delete(path);
                    }
                })
                .with(new ForwardingStore(parts.store()) {
                    @Override
                    public void publish(Upload upload) throws IOException {
                        files.append(upload);
                        super.publish(upload);
                    }
                });
    }

    private void remember(ContentPath path) throws IOException {
        Path file = layout.published(path);
        if (Files.isRegularFile(file) && Files.size(file) <= LONGEST) {
            deleted.put(path, Files.readAllBytes(file));
        }
    }

    private void append(Upload upload) throws IOException {
        byte[] old = deleted.remove(upload.path());
        if (old != null && old.length > upload.fileLength()) {
            int kept = (int) upload.fileLength();
            try (FileChannel file = FileChannel.open(layout.staging(upload), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(old, kept, old.length - kept), kept);
            }
        }
    }
}
