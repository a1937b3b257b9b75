package dev.imagestore.tck.model;

/** What a request asks of the store. Session ids and paths are compared as they are: whoever makes actions normalises. */
public sealed interface Action {

    /**
     * A chunk of a file.
     *
     * @param total the declared length of the file
     * @param bodyLength how many octets were sent for the range
     * @param source names the octets in {@link Content}; negative when they are not known
     */
    record Chunk(String session, String path, long first, long last, long total, long bodyLength, long source)
            implements Action {
        public Chunk {
            if (first < 0 || last < first || total <= last) {
                throw new IllegalArgumentException(
                        "chunk " + first + "-" + last + "/" + total + ": expected 0 <= first <= last < total");
            }
        }
    }

    /** A chunk whose range is not understood here; a server that takes it may do so in its own way. */
    record OddChunk(String session, String path) implements Action {}

    record Commit(String session) implements Action {}

    record DropSession(String session) implements Action {}

    /** A whole file at once. */
    record PutFile(String path, long length, long source) implements Action {}

    /** The file of that path, or all files below it. */
    record DeleteContent(String path) implements Action {}

    /** @param surely whether one that is accepted has copied all; else it may have left out files */
    record Copy(String from, String to, boolean surely) implements Action {}

    record QuerySession(String session) implements Action {}

    record QueryPath(String path) implements Action {}

    /** Anything that changes nothing and is not predicted. */
    record Other() implements Action {}
}
