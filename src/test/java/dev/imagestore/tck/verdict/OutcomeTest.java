package dev.imagestore.tck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void outcomesAreOrderedByGravity() {
        assertThat(Stream.of(Outcome.values()).map(Outcome::word))
                .containsExactly("error", "failed", "inconclusive", "warned", "untested", "passed", "inapplicable");
    }

    @Test
    void worstIsTheGravestWhateverTheOrder() {
        List<Outcome> reversed = new ArrayList<>(List.of(Outcome.values()));
        Collections.reverse(reversed);

        while (!reversed.isEmpty()) {
            Outcome gravest = reversed.get(reversed.size() - 1);
            assertThat(Outcome.worst(reversed)).isEqualTo(gravest);
            reversed.remove(gravest);
        }
    }

    @Test
    void nothingIsInapplicable() {
        assertThat(Outcome.worst(List.of())).isEqualTo(Outcome.INAPPLICABLE);
    }

    @Test
    void onlyWhatTheTargetDecidedIsJudged() {
        assertThat(Stream.of(Outcome.values()).filter(Outcome::judged))
                .containsExactly(Outcome.FAILED, Outcome.WARNED, Outcome.PASSED);
    }
}
