package dev.imagestore.tck.subject;

import dev.imagestore.tck.wire.BodySink;
import java.util.OptionalLong;

/** A content oracle that sees bytes. */
public interface ByteOracle extends ContentOracle {

    /**
     * Hands the file under that path over, piece by piece, at most so many bytes of it.
     *
     * @return how many bytes it has, or empty when there is none
     * @throws InstrumentException when the oracle does not answer as agreed
     */
    OptionalLong copy(String path, BodySink sink, long maxBytes);
}
