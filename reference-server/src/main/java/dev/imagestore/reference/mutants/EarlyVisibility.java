package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.Store;
import dev.imagestore.reference.store.StoreLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes each chunk into the published file too. */
final class EarlyVisibility extends ChunkWatcher {

    static final Mutant MUTANT = Mutant.of(
            "early-visibility",
            "CHK-17",
            Family.COMMIT,
            2,
            "An accepted chunk shows in the published file before the commit.",
            parts -> parts.with(new EarlyVisibility(parts.store(), parts.layout())));

    private final StoreLayout layout;

    EarlyVisibility(Store real, StoreLayout layout) {
        super(real);
        this.layout = layout;
    }

    @Override
    void stored(Upload upload, ByteRange chunk) throws IOException {
        Path published = layout.published(upload.path());
        Files.createDirectories(published.getParent());
        try (FileChannel from = FileChannel.open(layout.staging(upload), StandardOpenOption.READ);
                FileChannel to = FileChannel.open(published, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            to.position(chunk.first());
            from.transferTo(chunk.first(), chunk.length(), to);
        }
    }
}
