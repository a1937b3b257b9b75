package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that comes as a whole. It has no place among the published ones until all of it is on the disk. */
final class IncomingFile implements FileWriter {

    private final PublishedTree tree;
    private final ContentPath path;
    private final Path file;
    private @Nullable FileChannel open;

    IncomingFile(PublishedTree tree, ContentPath path, Path file) {
        this.tree = tree;
        this.path = path;
        this.file = file;
    }

    FileChannel channel() throws IOException {
        FileChannel channel = open;
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            open = channel;
        }
        return channel;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        FileChannel channel = channel();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public boolean publish() throws IOException {
        channel().force(true);
        return tree.place(file, path);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            Files.deleteIfExists(file);
        }
    }
}
