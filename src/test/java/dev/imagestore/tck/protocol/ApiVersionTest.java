package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"6.0", "6.5", "10.12"})
    void whatIsReadCanBeWritten(String text) {
        assertThat(ApiVersion.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "6.", ".5", "6.5.1", "v6.0", "6,0", "-6.0", " 6.0", "1234567.0"})
    void otherFormsAreRefusedWithInputAndExpectation(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiVersion.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("expected");
    }

    @Test
    void versionsCompareByNumberAndNotByText() {
        assertThat(ApiVersion.parse("6.10")).isGreaterThan(ApiVersion.parse("6.9"));
        assertThat(ApiVersion.parse("10.0")).isGreaterThan(ApiVersion.parse("9.9"));
    }

    @Test
    void theNextMinorVersionKeepsTheMajorOne() {
        assertThat(ApiVersion.parse("6.9").nextMinor()).isEqualTo(new ApiVersion(6, 10));
    }

    @Test
    void theNextMajorVersionStartsAtZero() {
        assertThat(ApiVersion.parse("6.5").nextMajor()).isEqualTo(new ApiVersion(7, 0));
    }
}
