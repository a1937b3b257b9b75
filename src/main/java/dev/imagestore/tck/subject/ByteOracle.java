package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.wire.BodySink;
import java.util.List;
import java.util.Optional;

/** A content oracle that sees bytes. */
public interface ByteOracle extends ContentOracle {

    /** How much longer than every candidate a file is read; what is longer still is none of them. */
    long SLACK = 64 << 20;

    /**
     * Hands the file under that path over, piece by piece, at most so many bytes of it.
     *
     * @return what was handed over, or empty when there is no such file
     * @throws InstrumentException when the oracle does not answer as agreed
     */
    Optional<BodyDigest> copy(String path, BodySink sink, long maxBytes);

    @Override
    default StoredFile read(String path, List<FileContent> candidates) {
        List<Comparing> comparing = candidates.stream().map(Comparing::new).toList();
        long longest = candidates.stream().mapToLong(FileContent::length).max().orElse(0);
        Optional<BodyDigest> found = copy(path, piece -> comparing.forEach(c -> c.accept(piece)), longest + SLACK);
        return found.<StoredFile>map(body -> new StoredFile.Present(
                        body.length(),
                        Optional.of(body.sha256()),
                        comparing.stream().map(Comparing::result).toList()))
                .orElseGet(StoredFile.Absent::new);
    }
}
