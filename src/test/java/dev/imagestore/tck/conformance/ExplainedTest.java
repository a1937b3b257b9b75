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

    @Property(tries = 200)
    void aStateIsExplainedIfSomeChoiceOfTheOpenRangesLeadsToIt(
            @ForAll("ranges") @Size(max = 3) List<ByteRange> accepted,
            @ForAll("ranges") @Size(max = 4) List<ByteRange> open,
            @ForAll("ranges") @Size(max = 3) List<ByteRange> missing) {
        RangeSet received = new RangeSet(accepted);
        Set<RangeSet> reachable = new HashSet<>();
        for (int choice = 0; choice < 1 << open.size(); choice++) {
            reachable.add(WHOLE.minus(received).minus(new RangeSet(chosen(open, choice))));
        }

        assertThat(reachable).allMatch(state -> Explained.missing(WHOLE, received, open, state));
        RangeSet other = new RangeSet(missing);
        assertThat(Explained.missing(WHOLE, received, open, other)).isEqualTo(reachable.contains(other));
    }

    @Test
    void anAcceptedRangeThatIsStillExpectedIsNotExplained() {
        RangeSet accepted = RangeSet.of(new ByteRange(0, 3));

        assertThat(Explained.missing(WHOLE, accepted, List.of(), WHOLE)).isFalse();
    }

    @Test
    void halfAnOpenRangeIsNotExplained() {
        RangeSet half = WHOLE.minus(RangeSet.of(new ByteRange(0, 2)));

        assertThat(Explained.missing(WHOLE, RangeSet.EMPTY, List.of(new ByteRange(0, 5)), half))
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
