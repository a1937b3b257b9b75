package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComparingTest {

    private static final int LENGTH = 200;
    private static final FileContent CANDIDATE = FileContent.seeded(42, LENGTH);

    @Property(tries = 80)
    void thePiecesDoNotMatter(
            @ForAll @IntRange(max = 2 * LENGTH) int stored,
            @ForAll @IntRange(max = LENGTH - 1) int wrong,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 90) Integer> pieces) {
        byte[] bytes = candidate(stored);
        if (wrong < stored) {
            bytes[wrong] ^= 1;
        }

        assertThat(compared(bytes, pieces)).isEqualTo(compared(bytes, List.of(Math.max(1, stored))));
    }

    @Test
    void theSameBytesAreEqual() {
        ContentComparison result = compared(candidate(LENGTH), List.of(64));

        assertThat(result.equal()).isTrue();
        assertThat(result).hasToString("200 bytes");
    }

    @Test
    void aShorterFileIsNotEqual() {
        ContentComparison result = compared(candidate(LENGTH - 1), List.of(64));

        assertThat(result.equal()).isFalse();
        assertThat(result).hasToString("199 bytes instead of 200");
    }

    @Test
    void aLongerFileIsNotEqual() {
        ContentComparison result = compared(candidate(LENGTH + 1), List.of(64));

        assertThat(result.equal()).isFalse();
        assertThat(result).hasToString("201 bytes instead of 200");
    }

    @Test
    void anEmptyFileIsNotEqual() {
        assertThat(new Comparing(CANDIDATE).result())
                .isEqualTo(new ContentComparison(LENGTH, 0, -1, 0, RangeSet.EMPTY));
    }

    @Test
    void oneWrongByteIsFound() {
        byte[] bytes = candidate(LENGTH);
        bytes[150] ^= 1;

        ContentComparison result = compared(bytes, List.of(64));

        assertThat(result.equal()).isFalse();
        assertThat(result).hasToString("200 bytes, 1 of them wrong, the first at position 150");
    }

    @Test
    void theFirstOfSeveralWrongBytesIsNamed() {
        byte[] bytes = candidate(LENGTH);
        for (int at : new int[] {199, 3, 70}) {
            bytes[at] ^= 1;
        }

        assertThat(compared(bytes, List.of(64)))
                .isEqualTo(new ContentComparison(LENGTH, LENGTH, 3, 3, new RangeSet(List.of(at(3), at(70), at(199)))));
    }

    @Test
    void thePieceIsLeftAsItWas() {
        ByteBuffer piece = ByteBuffer.wrap(candidate(10));

        new Comparing(CANDIDATE).accept(piece);

        assertThat(piece.remaining()).isEqualTo(10);
    }

    private static ContentComparison compared(byte[] bytes, List<Integer> pieces) {
        Comparing comparing = new Comparing(CANDIDATE);
        int turn = 0;
        for (int at = 0; at < bytes.length; turn++) {
            int end = Math.min(bytes.length, at + pieces.get(turn % pieces.size()));
            comparing.accept(ByteBuffer.wrap(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return comparing.result();
    }

    private static ByteRange at(long position) {
        return new ByteRange(position, position);
    }

    private static byte[] candidate(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        CANDIDATE.read(0, bytes);
        return bytes.array();
    }
}
