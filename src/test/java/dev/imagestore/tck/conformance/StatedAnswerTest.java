package dev.imagestore.tck.conformance;

import static dev.imagestore.tck.subject.Exchanges.answered;
import static dev.imagestore.tck.subject.Exchanges.unanswered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagestore.tck.exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedAnswerTest {

    private static final String RANGE = "{\"Error\":{\"Code\":\"FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE\"}}";

    @ParameterizedTest
    @CsvSource({
        "400 RANGE,        400, true",
        "400-RANGE,        400, true",
        "400,              400, true",
        "416 or 400 RANGE, 400, true",
        "400 ARG,          400, false",
        "400 NotFound,     400, false",
        "416 RANGE,        400, false",
        "404 or 416,       400, false",
    })
    void statusAndCodeMustBothBeTheStatedOnes(String stated, int status, boolean matches) {
        assertThat(StatedAnswer.parse(stated).matches(answered(status, RANGE))).isEqualTo(matches);
    }

    @Test
    void aTagSeparatesByCommas() {
        assertThat(StatedAnswer.parse("400-RANGE,416")).isEqualTo(StatedAnswer.parse("400 RANGE or 416"));
    }

    @Test
    void withoutACodeInTheAnswerNoStatedOneMatches() {
        assertThat(StatedAnswer.parse("400 ARG").matches(answered(400, ""))).isFalse();
    }

    @Test
    void noAnswerMatchesNothing() {
        assertThat(StatedAnswer.parse("200").matches(unanswered(Ending.CLOSED))).isFalse();
    }

    @Test
    void aRefusalHasNoSuccessAmongItsForms() {
        assertThat(StatedAnswer.parse("400 or 416").isRefusal()).isTrue();
        assertThat(StatedAnswer.parse("200 or 404").isRefusal()).isFalse();
        assertThat(StatedAnswer.parse("200 or 404").isSuccess()).isFalse();
        assertThat(StatedAnswer.parse("200").isSuccess()).isTrue();
    }

    @Test
    void otherWordsAreNoAnswer() {
        assertThatThrownBy(() -> StatedAnswer.parse("refused"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected such as 400 or 400 RANGE");
    }

    @ParameterizedTest
    @CsvSource({
        "400 RANGE, 416, ERR-05",
        "400 RANGE, 409, ERR-05",
        "400 RANGE, 200, ''",
        "400 RANGE, 400, ''",
        "400 ARG,   416, ''",
        "400 or 409, 416, ''",
    })
    void aRangeErrorUnderAnotherStatusIsAMatterOfErr05(String stated, int status, String requirement) {
        assertThat(StatedAnswer.parse(stated).broken(answered(status, RANGE)).orElse(""))
                .isEqualTo(requirement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 ARG | ''                              | ERR-01",
                "400 ARG | <html>                          | ERR-01",
                "400 ARG | {\"Error\":{\"Message\":\"no\"}}   | ERR-02",
                "400 ARG | {\"Error\":{\"Code\":\"E_FAIL\"}} | ''",
                "400     | ''                              | ''",
                "400 ARG | {\"Error\":{\"Code\":\"No way!\"}} | ERR-08",
                "400 ARG | {\"Error\":{\"Code\":\"BadRange\"}} | ERR-04",
                "404 ARG | ''                              | ''",
            })
    void aCodeThatIsMissingIsAMatterOfTheBody(String stated, String body, String requirement) {
        assertThat(StatedAnswer.parse(stated).broken(answered(400, body)).orElse(""))
                .isEqualTo(requirement);
    }
}
