package dev.imagestore.reference.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes one whole file from its first byte to its last. Closed before it is published, it leaves nothing behind. */
public interface FileWriter extends Closeable {

    /** Writes all the remaining bytes of the buffer behind those written before. */
    void write(ByteBuffer bytes) throws IOException;

    /**
     * Makes the bytes the content of the path, at once; from then on they outlast a loss of power.
     *
     * @return whether a file was replaced
     * @throws dev.imagestore.reference.session.RefusedException if the path is taken by a folder, or a file is in its way
     */
    boolean publish() throws IOException;
}
