package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangeSetTest {

    @Test
    void theWholeOfAFileIsEveryPositionOfIt() {
        assertThat(RangeSet.whole(100)).hasToString("0-99");
    }

    @Test
    void theWholeOfAnEmptyFileIsNothing() {
        assertThat(RangeSet.whole(0)).isEqualTo(RangeSet.EMPTY);
    }

    @Test
    void adjacentRangesAreOne() {
        assertThat(RangeSet.of(new ByteRange(10, 19), new ByteRange(0, 9))).hasToString("0-19");
    }

    @Test
    void aGapOfOneByteIsKept() {
        assertThat(RangeSet.of(new ByteRange(0, 9), new ByteRange(11, 19))).hasToString("0-9, 11-19");
    }

    @Test
    void aRangeInsideAnotherAddsNothing() {
        assertThat(RangeSet.of(new ByteRange(0, 99), new ByteRange(10, 19))).hasToString("0-99");
    }

    @Test
    void anEmptySetSaysSo() {
        assertThat(RangeSet.EMPTY).hasToString("none");
    }

    @Test
    void theGreatestPositionsDoNotOverflow() {
        RangeSet all = RangeSet.of(new ByteRange(0, Long.MAX_VALUE));
        RangeSet end = RangeSet.of(new ByteRange(Long.MAX_VALUE, Long.MAX_VALUE));

        assertThat(all.minus(end)).isEqualTo(RangeSet.of(new ByteRange(0, Long.MAX_VALUE - 1)));
        assertThat(all.minus(end).plus(end)).isEqualTo(all);
    }

    @Test
    void amongManyRangesThoseAreNamedThatTheOtherLacks() {
        RangeSet many = new RangeSet(IntStream.range(0, 300)
                .mapToObj(i -> new ByteRange(10L * i, 10L * i + 4))
                .toList());
        RangeSet less = many.minus(RangeSet.of(new ByteRange(1232, 1240)));

        assertThat(many.beside(less)).isEqualTo("(300 in all, only here: 1232-1234, 1240-1240)");
        assertThat(less.beside(many)).isEqualTo("(300 in all, only here: none)");
        assertThat(many.beside(RangeSet.EMPTY)).endsWith(", 80-84, 90-94 and 290 more)");
        assertThat(RangeSet.EMPTY.beside(RangeSet.of(new ByteRange(0, 1)))).isEqualTo("none");
    }
}
