package dev.imagestore.reference.session;

/** How many bytes, of how many files, were received and are not published. */
public record Staged(long bytes, long files) {}
