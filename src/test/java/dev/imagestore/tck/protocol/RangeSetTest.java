package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

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
}
