package dev.imagestore.tck.subject;

import java.util.List;

/** What a content oracle shows under a path. */
public sealed interface StoredFile {

    /** No file is published there. */
    record Absent() implements StoredFile {
        @Override
        public String toString() {
            return "no file";
        }
    }

    /**
     * A file is published there.
     *
     * @param comparisons how it compares with each candidate, in the order in which they were given
     */
    record Present(long length, String sha256, List<ContentComparison> comparisons) implements StoredFile {
        public Present {
            comparisons = List.copyOf(comparisons);
        }

        public boolean is(int candidate) {
            return comparisons.get(candidate).equal();
        }

        @Override
        public String toString() {
            return "a file of %d bytes, SHA-256 %s".formatted(length, sha256);
        }
    }

    /** Whether both are absent, or present with the same bytes. */
    default boolean sameAs(StoredFile other) {
        if (this instanceof Present mine && other instanceof Present its) {
            return mine.sha256().equals(its.sha256());
        }
        return this instanceof Absent && other instanceof Absent;
    }
}
