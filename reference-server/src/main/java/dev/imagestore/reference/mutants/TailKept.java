package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.Store;
import dev.imagestore.reference.store.StoreLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a shorter file over a longer one without cutting it off. */
final class TailKept extends ForwardingStore {

    static final Mutant MUTANT = Mutant.of(
            "tail-kept",
            "COM-03",
            Family.COMMIT,
            2,
            "A shorter file committed over a longer one keeps the tail of the old one.",
            parts -> parts.with(new TailKept(parts.store(), parts.layout())));

    private final StoreLayout layout;

    TailKept(Store real, StoreLayout layout) {
        super(real);
        this.layout = layout;
    }

    @Override
    public void publish(Upload upload) throws IOException {
        Path old = layout.published(upload.path());
        if (Files.isRegularFile(old) && Files.size(old) > upload.fileLength()) {
            try (FileChannel from = FileChannel.open(old, StandardOpenOption.READ);
                    FileChannel to = FileChannel.open(layout.staging(upload), StandardOpenOption.WRITE)) {
                to.position(upload.fileLength());
                from.transferTo(upload.fileLength(), from.size() - upload.fileLength(), to);
            }
        }
        super.publish(upload);
    }
}
