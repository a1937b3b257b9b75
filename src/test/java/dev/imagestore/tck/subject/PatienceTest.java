package dev.imagestore.tck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration ASKED = Duration.ofSeconds(10);

    private final Patience patience = new Patience(ASKED);

    @Test
    void aSlowTargetKeepsItsTime() {
        answers(100, Duration.ofSeconds(9));

        assertThat(patience.next()).isEqualTo(ASKED);
    }

    @Test
    void aFastTargetKeepsItAsWellAsLongAsItAnswers() {
        answers(1000, Duration.ofMillis(1));
        silences(3);

        assertThat(patience.next()).isEqualTo(ASKED);
    }

    @Test
    void oneThatLeavesRequestsUnansweredTakesLessAndLess() {
        answers(10, Duration.ofMillis(50));
        silences(4);
        assertThat(patience.next()).isEqualTo(Duration.ofSeconds(1));

        silences(8);
        assertThat(patience.next()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void butNotLessThanItsAnswersTake() {
        answers(1, Duration.ofMillis(1500));
        silences(4);
        assertThat(patience.next()).isEqualTo(Duration.ofMillis(7500));

        silences(8);
        assertThat(patience.next()).isEqualTo(Duration.ofMillis(4500));
    }

    @Test
    void norMoreThanWasAskedFor() {
        answers(1, Duration.ofSeconds(9));
        silences(20);

        assertThat(patience.next()).isEqualTo(ASKED);
    }

    private void answers(int times, Duration each) {
        for (int i = 0; i < times; i++) {
            patience.heard(Exchanges.took(each, Ending.COMPLETE));
        }
    }

    private void silences(int times) {
        for (int i = 0; i < times; i++) {
            patience.heard(Exchanges.took(ASKED, Ending.TIMED_OUT));
        }
    }
}
