package dev.imagestore.reference.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutRulesTest {

    @ParameterizedTest
    @CsvSource({", 60", "1, 1", "60, 60", "060, 60", "4294967295, 4294967295"})
    void bothTakeTheDocumentedRange(String value, long seconds) {
        assertThat(new CheckedTimeouts().seconds(value)).isEqualTo(seconds);
        assertThat(new LaxTimeouts().seconds(value)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4294967296", "99999999999999999999", "-1", "+1", "1.5", "0x10", "abc", " 1"})
    void oneRefusesTheRest(String value) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new CheckedTimeouts().seconds(value));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 60",
        "0, 0",
        "+0, 0",
        "4294967296, 60",
        "99999999999999999999, 60",
        "-1, 60",
        "-0, 60",
        "+7, 7",
        "' 7 ', 7",
        "1.5, 60",
        "0x10, 60",
        "abc, 60",
    })
    void theOtherTakesTheDefaultInstead(String value, long seconds) {
        assertThat(new LaxTimeouts().seconds(value)).isEqualTo(seconds);
    }
}
