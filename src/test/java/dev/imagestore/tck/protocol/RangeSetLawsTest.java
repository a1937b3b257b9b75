package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A set of ranges against the plainest model there is: one bit a position. */
class RangeSetLawsTest {

    private static final int POSITIONS = 40;

    @Property(tries = 120)
    void plusIsUnion(@ForAll("sets") RangeSet one, @ForAll("sets") RangeSet other) {
        BitSet expected = bits(one);
        expected.or(bits(other));

        assertThat(bits(one.plus(other))).isEqualTo(expected);
    }

    @Property(tries = 120)
    void minusIsDifference(@ForAll("sets") RangeSet one, @ForAll("sets") RangeSet other) {
        BitSet expected = bits(one);
        expected.andNot(bits(other));

        assertThat(bits(one.minus(other))).isEqualTo(expected);
    }

    @Property(tries = 120)
    void containsAllIsInclusion(@ForAll("sets") RangeSet one, @ForAll("sets") RangeSet other) {
        BitSet lacking = bits(other);
        lacking.andNot(bits(one));

        assertThat(one.containsAll(other)).isEqualTo(lacking.isEmpty());
    }

    @Property(tries = 120)
    void mergingLosesNoPositionAndAddsNone(@ForAll("lists") List<ByteRange> ranges) {
        BitSet expected = new BitSet();
        ranges.forEach(r -> expected.set((int) r.first(), (int) r.last() + 1));

        assertThat(bits(new RangeSet(ranges))).isEqualTo(expected);
    }

    @Property(tries = 120)
    void rangesAreAscendingDisjointAndMaximal(@ForAll("sets") RangeSet one, @ForAll("sets") RangeSet other) {
        assertNormal(one.plus(other));
        assertNormal(one.minus(other));
    }

    @Property(tries = 120)
    void equalPositionsAreEqualSets(@ForAll("sets") RangeSet one, @ForAll("sets") RangeSet other) {
        assertThat(one.equals(other)).isEqualTo(bits(one).equals(bits(other)));
    }

    /** Section 6.1 of the protocol page: each chunk makes exactly its own bytes unexpected, and the order does not matter. */
    @Property(tries = 80)
    void anyPartitionInAnyOrderLeavesNothingExpected(@ForAll("partitions") List<ByteRange> chunks) {
        RangeSet received = RangeSet.EMPTY;
        long left = POSITIONS;
        for (ByteRange chunk : chunks) {
            received = received.plus(RangeSet.of(chunk));
            RangeSet expected = RangeSet.whole(POSITIONS).minus(received);
            left -= chunk.length();

            assertThat(bits(expected).cardinality()).isEqualTo((int) left);
            assertNormal(expected);
            assertThat(expected.plus(received)).isEqualTo(RangeSet.whole(POSITIONS));
            assertThat(expected.minus(received)).isEqualTo(expected);
        }

        assertThat(RangeSet.whole(POSITIONS).minus(received)).isEqualTo(RangeSet.EMPTY);
    }

    @Property(tries = 80)
    void whatIsExpectedDoesNotDependOnTheOrder(@ForAll("lists") List<ByteRange> chunks, @ForAll long seed) {
        List<ByteRange> shuffled = new ArrayList<>(chunks);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(expectedAfter(shuffled)).isEqualTo(expectedAfter(chunks));
    }

    /** The chunks of a file, cut at some positions, in some order. */
    @Provide
    Arbitrary<List<ByteRange>> partitions() {
        return Arbitraries.longs().between(1, POSITIONS - 1).set().flatMap(cuts -> {
            List<ByteRange> chunks = new ArrayList<>();
            long first = 0;
            for (long cut : cuts.stream().sorted().toList()) {
                chunks.add(new ByteRange(first, cut - 1));
                first = cut;
            }
            chunks.add(new ByteRange(first, POSITIONS - 1));
            return Arbitraries.shuffle(chunks);
        });
    }

    private static RangeSet expectedAfter(List<ByteRange> chunks) {
        RangeSet expected = RangeSet.whole(POSITIONS);
        for (ByteRange chunk : chunks) {
            expected = expected.minus(RangeSet.of(chunk));
        }
        return expected;
    }

    @Provide
    Arbitrary<RangeSet> sets() {
        return lists().map(RangeSet::new);
    }

    @Provide
    Arbitrary<List<ByteRange>> lists() {
        Arbitrary<Long> positions = Arbitraries.longs().between(0, POSITIONS - 1);
        return Combinators.combine(positions, positions)
                .as((a, b) -> new ByteRange(Math.min(a, b), Math.max(a, b)))
                .list()
                .ofMaxSize(6);
    }

    private static void assertNormal(RangeSet set) {
        for (int i = 1; i < set.ranges().size(); i++) {
            assertThat(set.ranges().get(i).first())
                    .isGreaterThan(set.ranges().get(i - 1).last() + 1);
        }
    }

    private static BitSet bits(RangeSet set) {
        BitSet bits = new BitSet();
        set.ranges().forEach(r -> bits.set((int) r.first(), (int) r.last() + 1));
        return bits;
    }
}
