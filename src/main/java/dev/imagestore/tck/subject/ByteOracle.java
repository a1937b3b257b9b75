package dev.imagestore.tck.subject;

import dev.imagestore.tck.exchange.BodyDigester;
import dev.imagestore.tck.wire.BodySink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A content oracle that sees bytes. */
public interface ByteOracle extends ContentOracle {

    /** How much longer than every candidate a file is read; what is longer still is none of them. */
    long SLACK = 64 << 20;

    /**
     * Hands the file under that path over, piece by piece, at most so many bytes of it.
     *
     * @return how many bytes it has, as far as they were counted, or empty when there is none
     * @throws InstrumentException when the oracle does not answer as agreed
     */
    OptionalLong copy(String path, BodySink sink, long maxBytes);

    @Override
    default StoredFile read(String path, List<FileContent> candidates) {
        List<Comparing> comparing = candidates.stream().map(Comparing::new).toList();
        BodyDigester digester = new BodyDigester();
        long longest = candidates.stream().mapToLong(FileContent::length).max().orElse(0);
        BodySink both = piece -> {
            comparing.forEach(c -> c.accept(piece));
            digester.update(piece.duplicate());
        };
        OptionalLong length = copy(path, both, longest + SLACK);
        return length.isEmpty()
                ? new StoredFile.Absent()
                : new StoredFile.Present(
                        length.getAsLong(),
                        Optional.of(digester.digest().sha256()),
                        comparing.stream().map(Comparing::result).toList());
    }
}
