package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.conformance.Cases.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static final long MIB = 1 << 20;

    private static final List<Case> CASES = List.of(
            tagged("CR-07/great", "@stores:4MiB", "@declares:1TiB"),
            tagged("CR-07/middle", "@stores:2MiB"),
            tagged("CR-07/small", "@stores:1MiB"));

    @Test
    void withoutBoundsNothingIsBeyond() {
        assertThat(Bounds.NONE.beyond(CASES)).isEmpty();
    }

    @Test
    void theGreatestCasesFindNoRoom() {
        assertThat(new Bounds(3 * MIB, Long.MAX_VALUE).beyond(CASES))
                .containsOnlyKeys("CR-07/great")
                .containsValue("no room within --max-bytes, 3 MiB");
    }

    @Test
    void aBoundThatIsMetExactlyIsKept() {
        assertThat(new Bounds(7 * MIB, Long.MAX_VALUE).beyond(CASES)).isEmpty();
        assertThat(new Bounds(7 * MIB - 1, Long.MAX_VALUE).beyond(CASES)).hasSize(1);
    }

    @Test
    void aCaseThatDeclaresTooMuchTakesNoRoom() {
        assertThat(new Bounds(3 * MIB, 1024 * MIB).beyond(CASES))
                .containsOnlyKeys("CR-07/great")
                .containsValue("a declared length beyond --max-declared, 1 GiB");
    }

    @Test
    void noRoomAtAllLeavesTheCasesThatStoreNothing() {
        List<Case> cases = List.of(tagged("CR-07/small", "@stores:1MiB"), tagged("CR-07/every", "@last"));

        assertThat(new Bounds(0, 0).beyond(cases)).containsOnlyKeys("CR-07/small");
    }
}
