package dev.imagestore.tck.verdict;

import dev.imagestore.tck.protocol.ByteRange;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A range of a stored file that is not as it should be.
 *
 * @param from for shifted and doubled bytes the position in the file that they belong to
 */
public record Damage(Kind kind, ByteRange range, OptionalLong from) {

    /** What is there instead. */
    public enum Kind {
        /** Nothing, or zeros. */
        MISSING,
        /** What was there before. */
        STALE,
        /** Bytes of another place, which are not there. */
        SHIFTED,
        /** Bytes of another place, which are there too. */
        DOUBLED,
        /** Bytes beyond the end of the file. */
        SURPLUS,
        /** Other bytes. */
        WRONG;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public long first() {
        return range.first();
    }

    /** The last position, included. */
    public long last() {
        return range.last();
    }

    @Override
    public String toString() {
        String where = from.isPresent() ? " from " + from.getAsLong() : "";
        return kind.word() + " " + range + where;
    }
}
