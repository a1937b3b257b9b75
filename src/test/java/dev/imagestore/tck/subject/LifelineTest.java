package dev.imagestore.tck.subject;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static dev.imagestore.tck.subject.Exchanges.took;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifelineTest {

    private static final Exchange SILENT = unanswered(Ending.TIMED_OUT);

    private final Lifeline lifeline = new Lifeline();

    @ParameterizedTest
    @EnumSource(names = {"TIMED_OUT", "CLOSED", "RESET", "INVALID"})
    void eightSilentInARowAreLost(Ending ending) {
        hear(8, unanswered(ending));

        assertThat(lifeline.lost()).get().asString().startsWith("target lost: 8 requests in a row");
    }

    @Test
    void fiveRefusedInARowAreLost() {
        hear(4, unanswered(Ending.REFUSED));
        assertThat(lifeline.lost()).isEmpty();

        hear(1, unanswered(Ending.REFUSED));

        assertThat(lifeline.lost()).get().asString().startsWith("target lost: 5 connections in a row refused");
    }

    @Test
    void sevenSilentInARowAreNotLost() {
        hear(7, SILENT);

        assertThat(lifeline.lost()).isEmpty();
        assertThatCode(lifeline::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMED_OUT", "CLOSED", "RESET", "REFUSED"})
    void silentAtTheSameTimeAreOneInTheRow(Ending ending) {
        hear(20, took(Duration.ofMillis(10), ending));
        assertThat(lifeline.lost()).isEmpty();
    }

    @Test
    void answersThatNeverComeMayCostSoMuchTimeInAll() {
        for (int i = 0; i < 4; i++) {
            hear(1, took(Duration.ofSeconds(10 + 10 * i), Ending.TIMED_OUT));
            hear(1, answered(200, ""));
        }
        assertThat(lifeline.lost()).isEmpty();

        hear(1, took(Duration.ofSeconds(41), Ending.TIMED_OUT));

        assertThat(lifeline.lost()).get().asString().startsWith("target lost: 41 s spent on answers that never came");
    }

    @Test
    void whatATargetWasLostInIsItsLastSilence() {
        hear(7, SILENT);
        assertThat(lifeline.lastSilence()).isEmpty();

        hear(1, SILENT);

        assertThat(lifeline.lastSilence()).containsExactly(SILENT.number());
    }

    @Test
    void oneAnswerStartsTheCountAnew() {
        hear(7, SILENT);
        hear(1, answered(500, "no"));
        hear(7, SILENT);

        assertThat(lifeline.lost()).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsAnAnswer() {
        hear(7, SILENT);
        hear(1, brokenOff(Ending.OVERSIZE, 200, "x"));
        hear(7, SILENT);

        assertThat(lifeline.lost()).isEmpty();
    }

    @Test
    void ourOwnCutsAreNoSilence() {
        hear(20, unanswered(Ending.CUT));

        assertThat(lifeline.lost()).isEmpty();
    }

    @Test
    void ourOwnCutsAreNoAnswerEither() {
        hear(7, SILENT);
        hear(1, unanswered(Ending.CUT));
        hear(1, SILENT);

        assertThat(lifeline.lost()).isPresent();
    }

    @Test
    void aTargetThatWasGivenUpStaysSo() {
        hear(8, SILENT);
        hear(1, answered(200, ""));

        assertThatThrownBy(lifeline::check)
                .isInstanceOf(TargetLostException.class)
                .hasMessageContaining("timed out");
    }

    private void hear(int times, Exchange exchange) {
        for (int i = 0; i < times; i++) {
            lifeline.heard(exchange);
        }
    }
}
