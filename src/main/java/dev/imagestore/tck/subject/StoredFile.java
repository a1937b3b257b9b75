package dev.imagestore.tck.subject;

import java.util.List;
import java.util.Optional;

/** What is stored under a path, as far as it can be seen. */
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
     * @param sha256 of its bytes; empty when only its length can be seen
     * @param comparisons how it compares with each candidate, in the order in which they were given; by length alone when
     *     its bytes cannot be seen
     */
    record Present(long length, Optional<String> sha256, List<ContentComparison> comparisons) implements StoredFile {
        public Present {
            comparisons = List.copyOf(comparisons);
        }

        public boolean is(int candidate) {
            return comparisons.get(candidate).equal();
        }

        @Override
        public String toString() {
            return "a file of %d bytes%s"
                    .formatted(length, sha256.map(s -> ", SHA-256 " + s).orElse(""));
        }
    }

    /** Whether both are absent, or present with the same bytes; with the same length, where that is all that is seen. */
    default boolean sameAs(StoredFile other) {
        if (this instanceof Present mine && other instanceof Present its) {
            return mine.length() == its.length() && mine.sha256().equals(its.sha256());
        }
        return this instanceof Absent && other instanceof Absent;
    }
}
