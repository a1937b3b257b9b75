package dev.imagestore.tck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecurrenceTest {

    @Test
    void aFailureThatComesEachTimeIsDeterministic() {
        assertThat(new Recurrence(4, 4)).hasToString("deterministic");
    }

    @Test
    void oneThatComesNowAndThenIsIntermittent() {
        assertThat(new Recurrence(2, 4)).hasToString("intermittent 2 of 4");
    }

    @Test
    void theFirstFailureCounts() {
        assertThatThrownBy(() -> new Recurrence(0, 3)).hasMessage("0 failures in 3 runs");
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(Recurrence.parse("deterministic")).hasToString("deterministic");
        assertThat(Recurrence.parse("intermittent 2 of 4")).isEqualTo(new Recurrence(2, 4));
        assertThatThrownBy(() -> Recurrence.parse("often")).hasMessageContaining("\"often\"");
    }
}
