package dev.imagestore.reference.session;

import java.time.Instant;
import java.util.List;

/** What a query shows of a session. */
public record SessionView(Upload upload, Instant modified, List<ByteRange> expectedRanges) {

    public SessionView {
        expectedRanges = List.copyOf(expectedRanges);
    }
}
