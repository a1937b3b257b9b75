package dev.imagestore.tck.repro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

    @Property
    void whatIsNeededIsLeftInItsOrder(
            @ForAll @Size(max = 5) Set<@IntRange(max = 39) Integer> needed,
            @ForAll @IntRange(min = 40, max = 90) int length) {
        List<Integer> all = IntStream.range(0, length).boxed().toList();

        List<Integer> shortest = Shrinker.shortest(all, fewer -> fewer.containsAll(needed), () -> false);

        assertThat(shortest).containsExactlyElementsOf(needed.stream().sorted().toList());
    }

    @Test
    void oneThatIsAsShortAsCanBeIsLeftAlone() {
        assertThat(Shrinker.shortest(List.of(1, 2, 3), fewer -> false, () -> false))
                .containsExactly(1, 2, 3);
    }

    @Test
    void itIsContentWithWhatThereIsWhenItHasTo() {
        AtomicInteger tries = new AtomicInteger();
        List<Integer> all = IntStream.range(0, 100).boxed().toList();

        List<Integer> shorter = Shrinker.shortest(all, fewer -> tries.incrementAndGet() > 0, () -> tries.get() >= 1);

        assertThat(shorter).hasSize(50);
        assertThat(tries).hasValue(1);
    }
}
