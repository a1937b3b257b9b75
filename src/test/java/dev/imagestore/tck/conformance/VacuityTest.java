package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import org.junit.jupiter.api.Test;

/** A run in which the target never had to choose between two answers proves nothing. */
class VacuityTest {

    private final Ledger ledger = new Ledger();

    @Test
    void nothingSentIsVacuous() {
        assertThat(ledger.vacuous()).contains("nothing was sent to the target");
    }

    @Test
    void alwaysTheSameAnswerIsVacuous() {
        ledger.exchanged(answered(200, "ok"));
        ledger.exchanged(answered(200, "ok"));

        assertThat(ledger.vacuous()).contains("the target answered everything the same way");
    }

    @Test
    void silenceIsVacuous() {
        ledger.exchanged(unanswered(Ending.TIMED_OUT));
        ledger.exchanged(unanswered(Ending.CLOSED));

        assertThat(ledger.vacuous()).isPresent();
    }

    @Test
    void twoKindsOfAnswerAreNotVacuous() {
        ledger.exchanged(answered(200, "ok"));
        ledger.exchanged(answered(200, "also ok"));

        assertThat(ledger.vacuous()).isEmpty();
    }
}
