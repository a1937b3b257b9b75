package dev.imagestore.reference.session;

import java.util.List;

/** Reads the Content-Range of a chunk. */
@FunctionalInterface
public interface RangeParser {

    /**
     * Reads the field from the values of all its lines.
     *
     * @throws RefusedException if they do not say where the chunk belongs
     */
    ContentRange parse(List<String> values);
}
