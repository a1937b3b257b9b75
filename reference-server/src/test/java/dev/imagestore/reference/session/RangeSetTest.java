package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RangeSetTest {

    @Property(tries = 300)
    void anyPartitionInAnyOrderLeavesNothingMissing(
            @ForAll @IntRange(min = 1, max = 200) int length, @ForAll long seed) {
        RangeSet set = new RangeSet();

        long missing = length;
        for (ByteRange chunk : shuffledPartition(length, new Random(seed))) {
            set.add(chunk);
            missing -= chunk.length();
            assertThat(set.missingFrom(whole(length)).stream()
                            .mapToLong(ByteRange::length)
                            .sum())
                    .isEqualTo(missing);
        }

        assertThat(set.missingFrom(whole(length))).isEmpty();
    }

    @Property(tries = 300)
    void missingRangesAreAscendingMaximalAndExact(@ForAll @IntRange(min = 1, max = 100) int length, @ForAll long seed) {
        RangeSet set = new RangeSet();
        BitSet model = new BitSet();
        Random random = new Random(seed);
        for (ByteRange chunk : shuffledPartition(length, random)) {
            if (random.nextBoolean()) {
                set.add(chunk);
                model.set((int) chunk.first(), (int) chunk.last() + 1);
            }
        }
        assertThat(set.missingFrom(whole(length))).isEqualTo(gaps(model, length));
    }

    @Property(tries = 300)
    void removingWhatWasAddedLeavesTheRest(@ForAll @IntRange(min = 1, max = 100) int length, @ForAll long seed) {
        RangeSet set = new RangeSet();
        Random random = new Random(seed);
        List<ByteRange> chunks = shuffledPartition(length, random);
        chunks.forEach(set::add);
        ByteRange removed = chunks.get(random.nextInt(chunks.size()));

        set.remove(removed);

        assertThat(set.missingFrom(whole(length))).containsExactly(removed);
        assertThat(set.contains(removed)).isFalse();
        assertThat(set.intersects(removed)).isFalse();
    }

    private static ByteRange whole(long length) {
        return new ByteRange(0, length - 1);
    }

    /** The maximal ranges of positions below a length that are not set. */
    static List<ByteRange> gaps(BitSet set, int length) {
        List<ByteRange> gaps = new ArrayList<>();
        for (int i = set.nextClearBit(0); i < length; i = set.nextClearBit(i)) {
            int next = set.nextSetBit(i);
            int end = next < 0 ? length : next;
            gaps.add(new ByteRange(i, end - 1));
            i = end;
        }
        return gaps;
    }

    static List<ByteRange> shuffledPartition(int length, Random random) {
        List<ByteRange> chunks = new ArrayList<>();
        int first = 0;
        while (first < length) {
            int last = Math.min(length - 1, first + random.nextInt(20));
            chunks.add(new ByteRange(first, last));
            first = last + 1;
        }
        Collections.shuffle(chunks, random);
        return chunks;
    }
}
