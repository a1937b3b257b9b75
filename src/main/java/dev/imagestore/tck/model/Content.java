package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.ByteRange;
import java.util.List;

/** What may be stored under a path, as references to octets that are somewhere else. */
public sealed interface Content {

    /** No file. */
    record Absent() implements Content {}

    /** A file; its segments are ascending and leave nothing out. */
    record File(long length, List<Segment> segments) implements Content {
        public File {
            segments = List.copyOf(segments);
        }

        /** Whether the octets of every segment are known. */
        public boolean known() {
            return segments.stream().noneMatch(segment -> segment.sources().isEmpty());
        }
    }

    /** A file of which nothing is known. */
    record Unknown() implements Content {}

    /**
     * A part of a file.
     *
     * @param sources any one of them may provide the octets; none when they are not known
     */
    record Segment(ByteRange range, List<Source> sources) {
        public Segment {
            sources = List.copyOf(sources);
        }
    }

    /** The octets of the body {@code source}, from {@code offset} on. */
    record Source(long source, long offset) {}
}
