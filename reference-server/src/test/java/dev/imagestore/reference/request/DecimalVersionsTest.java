package dev.imagestore.reference.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalVersionsTest {

    private final VersionRule rule = new DecimalVersions(new ApiVersion(10, 1));

    @ParameterizedTest
    @CsvSource({
        "1.0, true, false, false",
        "1, true, false, false",
        "1.5, true, true, false",
        "2.0, true, false, false",
        "2.9, true, true, false",
        "3.0, false, false, false",
        "4.0, false, true, false",
        "6.1, false, true, false",
        "6.2, false, true, true",
        "6.10, false, true, false",
        "6.99, false, true, true",
        "9.5, false, true, true",
        "10.1, false, true, true",
        "10.10, false, true, true",
    })
    void comparesAsNumbers(String version, boolean ticks, boolean paged, boolean untypedAbsence) {
        assertThat(rule.require(version)).isEqualTo(new Dialect(ticks, paged, untypedAbsence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6", "6.00", "60e-1", "6.0foo", "+6.0", " 6", "06.0", "6.0-preview", ".6e1", "6.", "0.6E+1"})
    void toleratesWhatIsAroundANumber(String version) {
        assertThat(rule.require(version)).isEqualTo(rule.require("6.0"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "abc", "six", "0.9", "0", "-1", "-6.0", "6.0.1", "6.0e", "6e", "10.2", "11.0", "99.9", "1e400",
                "0x6", "."
            })
    void refusesOthers(String version) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rule.require(version));
    }
}
