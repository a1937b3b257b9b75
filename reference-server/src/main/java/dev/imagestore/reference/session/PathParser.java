package dev.imagestore.reference.session;

/** Reads the content path of a request. */
@FunctionalInterface
public interface PathParser {

    /**
     * Reads decoded text.
     *
     * @throws RefusedException if it names no file of the store
     */
    ContentPath parse(String text);
}
