package dev.imagestore.tck.conformance;

/** An upload session that may still be open, and the path of its file. */
public record OpenSession(String id, String path) {

    @Override
    public String toString() {
        return "session %s for %s".formatted(id, path);
    }
}
