package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Against the plainest model there is: every choice of open requests, and every order, is tried. */
class ExplainedTest {

    private static final int POSITIONS = 12;
    private static final RangeSet WHOLE = RangeSet.whole(POSITIONS);

    @Property(tries = 100)
    void aStateIsExplainedIfSomeOrderOfTheRequestsLeadsToIt(
            @ForAll("ranges") @Size(max = 1) List<ByteRange> held,
            @ForAll("ranges") @Size(max = 3) List<ByteRange> accepted,
            @ForAll("ranges") @Size(max = 2) List<ByteRange> open,
            @ForAll("ranges") @Size(max = 3) List<ByteRange> missing) {
        RangeSet before = WHOLE.minus(new RangeSet(held));
        Set<RangeSet> reachable = new HashSet<>();
        for (int choice = 0; choice < 1 << open.size(); choice++) {
            List<ByteRange> counted = new ArrayList<>(accepted);
            counted.addAll(chosen(open, choice));
            take(before, counted, reachable);
        }

        assertThat(reachable).allMatch(state -> Explained.missing(before, accepted, open, state));
        RangeSet other = new RangeSet(missing);
        assertThat(Explained.missing(before, accepted, open, other)).isEqualTo(reachable.contains(other));
    }

    /** Takes the chunks in every order; one that meets received bytes brings what is new in it, or nothing. */
    private static void take(RangeSet missing, List<ByteRange> chunks, Set<RangeSet> reached) {
        if (chunks.isEmpty()) {
            reached.add(missing);
        }
        for (int i = 0; i < chunks.size(); i++) {
            List<ByteRange> rest = new ArrayList<>(chunks);
            RangeSet chunk = RangeSet.of(rest.remove(i));
            take(missing.minus(chunk), rest, reached);
            if (!missing.containsAll(chunk)) {
                take(missing, rest, reached);
            }
        }
    }

    @Test
    void anAcceptedRangeThatIsStillExpectedIsNotExplained() {
        assertThat(Explained.missing(WHOLE, List.of(new ByteRange(0, 3)), List.of(), WHOLE))
                .isFalse();
    }

    @Test
    void ofTwoAcceptedRangesThatOverlapOneIsEnough() {
        List<ByteRange> accepted = List.of(new ByteRange(0, 5), new ByteRange(4, 8));

        assertThat(Explained.missing(WHOLE, accepted, List.of(), WHOLE.minus(RangeSet.of(accepted.get(1)))))
                .isTrue();
        assertThat(Explained.missing(WHOLE, accepted, List.of(), WHOLE)).isFalse();
    }

    @Test
    void halfAnOpenRangeIsNotExplained() {
        RangeSet half = WHOLE.minus(RangeSet.of(new ByteRange(0, 2)));

        assertThat(Explained.missing(WHOLE, List.of(), List.of(new ByteRange(0, 5)), half))
                .isFalse();
    }

    @Property(tries = 100)
    void finalsAreWhatSomeOrderLeavesBehind(
            @ForAll @Size(max = 3) List<Integer> succeeded, @ForAll @Size(max = 2) List<Integer> open) {
        Set<Integer> reached = new HashSet<>();
        for (int choice = 0; choice < 1 << open.size(); choice++) {
            List<Integer> effects = new ArrayList<>(succeeded);
            effects.addAll(chosen(open, choice));
            leave(-1, effects, reached);
        }

        assertThat(Explained.finals(-1, succeeded, open)).isEqualTo(reached);
    }

    /** Does the effects in every order. */
    private static void leave(int state, List<Integer> effects, Set<Integer> reached) {
        if (effects.isEmpty()) {
            reached.add(state);
        }
        for (int i = 0; i < effects.size(); i++) {
            List<Integer> rest = new ArrayList<>(effects);
            leave(rest.remove(i), rest, reached);
        }
    }

    private static <T> List<T> chosen(List<T> all, int choice) {
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((choice >> i & 1) == 1) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    @Provide
    Arbitrary<List<ByteRange>> ranges() {
        Arbitrary<Long> positions = Arbitraries.longs().between(0, POSITIONS - 1);
        return Combinators.combine(positions, positions)
                .as((a, b) -> new ByteRange(Math.min(a, b), Math.max(a, b)))
                .list();
    }
}
