package dev.imagestore.tck.subject;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Compares a stream of bytes with one candidate as it arrives. */
final class Comparing {

    private static final int MOST_RANGES = 100;

    private final FileContent candidate;
    private long position;
    private long firstDifference = -1;
    private long differing;
    private final List<ByteRange> wrong = new ArrayList<>();

    Comparing(FileContent candidate) {
        this.candidate = candidate;
    }

    void accept(ByteBuffer piece) {
        int common = (int) Math.max(0, Math.min(piece.remaining(), candidate.length() - position));
        ByteBuffer expected = ByteBuffer.allocate(common);
        candidate.read(position, expected);
        expected.flip();
        ByteBuffer actual = piece.duplicate();
        if (expected.equals(actual.slice(actual.position(), common))) {
            position += piece.remaining();
            return;
        }
        for (int i = 0; i < common; i++) {
            if (expected.get(i) != actual.get(actual.position() + i)) {
                firstDifference = firstDifference < 0 ? position + i : firstDifference;
                differing++;
                wrong(position + i);
            }
        }
        position += piece.remaining();
    }

    /** Lengthens the last range, or starts another while there are few enough to be looked at. */
    private void wrong(long at) {
        int top = wrong.size() - 1;
        boolean joins = top >= 0 && (wrong.get(top).last() == at - 1 || wrong.size() == MOST_RANGES);
        if (joins) {
            wrong.set(top, new ByteRange(wrong.get(top).first(), at));
        } else {
            wrong.add(new ByteRange(at, at));
        }
    }

    ContentComparison result() {
        return new ContentComparison(candidate.length(), position, firstDifference, differing, new RangeSet(wrong));
    }
}
