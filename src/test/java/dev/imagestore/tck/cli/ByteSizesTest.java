package dev.imagestore.tck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "64k, 65536", "4M, 4194304", "16g, 17179869184"})
    void suffixesArePowersOf1024(String text, long bytes) {
        assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "-1", "1.5m", "4 m", "4mb", "99999999999999999999"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse(text))
                .withMessageContaining("64k");
    }

    @Test
    void theMessageNamesWhatWasGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse("4mb"))
                .withMessageContaining("4mb");
    }
}
