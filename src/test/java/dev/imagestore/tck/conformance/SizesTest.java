package dev.imagestore.tck.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 100",
        "1 byte, 1",
        "100 bytes, 100",
        "4 KiB, 4096",
        "4KiB, 4096",
        "1 MiB, 1048576",
        "3 GiB, 3221225472",
        "2 TiB, 2199023255552",
        "1 PiB, 1125899906842624",
        "1 EiB, 1152921504606846976",
        "8 EiB, 9223372036854775807",
        "99999999999999999999 EiB, 9223372036854775807"
    })
    void aSizeIsRead(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KiB", "-1 bytes", "1.5 MiB", "1 MB", "1 kib", "1 bytes more"})
    void otherFormsAreRefusedWithInputAndExpectation(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sizes.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "1024, 1 KiB",
        "1025, 2 KiB",
        "1048575, 1 MiB",
        "25165824, 24 MiB",
        "9223372036854775807, 8 EiB"
    })
    void aSizeIsWrittenInTheGreatestUnitAndRoundedUp(long bytes, String text) {
        assertThat(Sizes.format(bytes)).isEqualTo(text);
    }

    @Property(tries = 120)
    void whatIsWrittenIsReadAsAtLeastAsMuch(@ForAll @LongRange(max = Long.MAX_VALUE) long bytes) {
        assertThat(Sizes.parse(Sizes.format(bytes))).isGreaterThanOrEqualTo(bytes);
    }

    @Property(tries = 120)
    void whatIsReadIsWrittenTheSameAgain(@ForAll @LongRange(max = Long.MAX_VALUE) long bytes) {
        String written = Sizes.format(bytes);

        assertThat(Sizes.format(Sizes.parse(written))).isEqualTo(written);
    }
}
