package dev.imagestore.tck.subject;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.brokenOff;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionTest {

    @Test
    void anErrorIsDescribedByItsCode() {
        assertThat(Description.of(answered(400, "{\"Error\":{\"Code\":\"E_INVALIDARG\",\"Message\":\"no\"}}")))
                .isEqualTo("400 E_INVALIDARG");
    }

    @Test
    void anEmptyAnswerIsDescribedByItsStatus() {
        assertThat(Description.of(answered(204, ""))).isEqualTo("204");
    }

    @Test
    void anyOtherBodyIsQuoted() {
        assertThat(Description.of(answered(400, "<h1>no</h1>"))).isEqualTo("400 \"<h1>no</h1>\"");
    }

    @Test
    void aLongBodyIsExcerpted() {
        assertThat(Description.of(answered(500, "x".repeat(100_000)))).isEqualTo("500 \"" + "x".repeat(80) + "...\"");
    }

    @Test
    void aLongErrorCodeIsExcerpted() {
        String body = "{\"Error\":{\"Code\":\"%s\"}}".formatted("x".repeat(100_000));

        assertThat(Description.of(answered(500, body))).isEqualTo("500 " + "x".repeat(80) + "...");
    }

    @Test
    void anExcerptDoesNotCutACharacterInTwo() {
        String description = Description.of(answered(500, "x".repeat(79) + "\uD83D\uDE00" + "x".repeat(9)));

        assertThat(description.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMED_OUT, timed out",
        "CLOSED, connection closed",
        "RESET, connection reset",
        "REFUSED, connection refused",
        "INVALID, not HTTP",
        "CUT, cut by the client"
    })
    void silenceIsDescribedByItsEnding(Ending ending, String words) {
        assertThat(Description.of(unanswered(ending))).isEqualTo("no answer (" + words + ")");
    }

    @ParameterizedTest
    @EnumSource(value = Ending.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
    void anAnswerThatBrokeOffIsNotWhole(Ending ending) {
        assertThat(Description.of(brokenOff(ending, 200, "{"))).startsWith("200 \"{\", not whole (");
    }
}
