package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.Store;
import dev.imagestore.reference.store.StoreLayout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Joins the chunks of a file in the order in which they came. */
final class ArrivalOrder extends ChunkWatcher {

    static final Mutant MUTANT = Mutant.of(
            "arrival-order",
            "CHK-03",
            Family.REASSEMBLY,
            1,
            "Chunks are joined in the order of their arrival instead of their positions.",
            parts -> parts.with(new ArrivalOrder(parts.store(), parts.layout())));

    private final StoreLayout layout;
    private final Map<Upload, Queue<ByteRange>> arrived = new ConcurrentHashMap<>();

    ArrivalOrder(Store real, StoreLayout layout) {
        super(real);
        this.layout = layout;
    }

    @Override
    void stored(Upload upload, ByteRange chunk) {
        arrived.computeIfAbsent(upload, key -> new ConcurrentLinkedQueue<>()).add(chunk);
    }

    @Override
    public void publish(Upload upload) throws IOException {
        Queue<ByteRange> order = arrived.remove(upload);
        if (order != null) {
            join(layout.staging(upload), order);
        }
        super.publish(upload);
    }

    private static void join(Path staged, Queue<ByteRange> order) throws IOException {
        Path joined = staged.resolveSibling(staged.getFileName() + ".joined");
        try (FileChannel from = FileChannel.open(staged, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        joined,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (ByteRange chunk : order) {
                from.transferTo(chunk.first(), chunk.length(), to);
            }
        }
        Files.move(joined, staged, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void discard(Upload upload) throws IOException {
        arrived.remove(upload);
        super.discard(upload);
    }
}
