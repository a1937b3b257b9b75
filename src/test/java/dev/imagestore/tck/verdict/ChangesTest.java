package dev.imagestore.tck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void casesAreFixedBrokenNewOrRemoved() {
        Changes changes = Changes.between(
                "then",
                Map.of("a", Outcome.FAILED, "b", Outcome.PASSED, "c", Outcome.PASSED, "d", Outcome.FAILED),
                Map.of("a", Outcome.PASSED, "b", Outcome.FAILED, "d", Outcome.FAILED, "e", Outcome.FAILED));

        assertThat(changes.fixed()).containsExactly("a");
        assertThat(changes.broken()).containsExactly("b");
        assertThat(changes.added()).containsExactly("e");
        assertThat(changes.removed()).containsExactly("c");
    }

    @Test
    void whatIsNoLongerDecidedIsNotFixed() {
        Changes changes = Changes.between("then", Map.of("a", Outcome.FAILED), Map.of("a", Outcome.UNTESTED));

        assertThat(changes.fixed()).isEmpty();
    }
}
