package dev.imagestore.tck.subject;

import java.nio.ByteBuffer;

/** Compares a stream of bytes with one candidate as it arrives. */
final class Comparing {

    private final FileContent candidate;
    private long position;
    private long firstDifference = -1;
    private long differing;

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
            }
        }
        position += piece.remaining();
    }

    ContentComparison result() {
        return new ContentComparison(candidate.length(), position, firstDifference, differing);
    }
}
