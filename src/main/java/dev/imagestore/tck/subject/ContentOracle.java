package dev.imagestore.tck.subject;

import java.util.List;

/** Shows what is stored under a path: its bytes, which the API itself never does, or at least its length. */
public interface ContentOracle extends AutoCloseable {

    /**
     * Reads the file under that path and compares it with each candidate.
     *
     * @param path relative to the root of the store, with {@code /} between segments
     * @throws InstrumentException when an instrument of ours does not answer as agreed
     */
    StoredFile read(String path, List<FileContent> candidates);

    @Override
    default void close() {
        // most have nothing to close
    }
}
