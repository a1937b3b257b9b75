package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagestore.tck.protocol.ByteRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

    @Property(tries = 80)
    void theChunksCoverTheFileExactlyOnce(
            @ForAll @LongRange(max = 500) long length,
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 100) Long> sizes) {
        long next = 0;
        for (ByteRange chunk : Cut.of(length, sizes)) {
            assertThat(chunk.first()).isEqualTo(next);
            next = chunk.last() + 1;
        }

        assertThat(next).isEqualTo(length);
    }

    @Test
    void theSizesAreTakenInTurnAndTheLastChunkIsWhatIsLeft() {
        assertThat(Cut.of(10, List.of(1L, 3L)))
                .containsExactly(
                        new ByteRange(0, 0),
                        new ByteRange(1, 3),
                        new ByteRange(4, 4),
                        new ByteRange(5, 7),
                        new ByteRange(8, 8),
                        new ByteRange(9, 9));
    }

    @Property(tries = 80)
    void everyOrderIsAPermutation(
            @ForAll @LongRange(max = 30) long count, @ForAll("orders") String order, @ForAll long seed) {
        List<ByteRange> chunks = Cut.of(count, List.of(1L));

        assertThat(Cut.ordered(chunks, order, seed)).containsExactlyInAnyOrderElementsOf(chunks);
    }

    @Property(tries = 80)
    void whatIsShuffledIsNeverInOrder(@ForAll @LongRange(min = 2, max = 6) long count, @ForAll long seed) {
        List<ByteRange> chunks = Cut.of(count, List.of(1L));

        assertThat(Cut.ordered(chunks, "shuffled", seed)).isNotEqualTo(chunks);
    }

    @Property(tries = 20)
    void theSameSeedShufflesAlike(@ForAll long seed) {
        List<ByteRange> chunks = Cut.of(20, List.of(1L));

        assertThat(Cut.ordered(chunks, "shuffled", seed)).isEqualTo(Cut.ordered(chunks, "shuffled", seed));
    }

    @ParameterizedTest
    @CsvSource({
        "in order,        0 1 2 3 4",
        "in reverse,      4 3 2 1 0",
        "last one first,  4 0 1 2 3",
        "first one last,  1 2 3 4 0",
        "odd before even, 1 3 0 2 4"
    })
    void theOrdersAreWhatTheyAreCalled(String order, String expected) {
        List<ByteRange> chunks = Cut.of(5, List.of(1L));

        assertThat(Cut.ordered(chunks, order, 1))
                .extracting(ByteRange::first)
                .map(String::valueOf)
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void anUnknownOrderIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cut.ordered(List.of(), "at random", 1))
                .withMessageContaining("at random");
    }

    @Provide
    Arbitrary<String> orders() {
        return Arbitraries.of(
                "in order", "in reverse", "last one first", "first one last", "odd before even", "shuffled");
    }
}
