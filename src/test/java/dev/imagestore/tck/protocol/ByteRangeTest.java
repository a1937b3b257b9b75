package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @Test
    void bothPositionsAreIncluded() {
        assertThat(new ByteRange(0, 49).length()).isEqualTo(50);
        assertThat(new ByteRange(7, 7).length()).isEqualTo(1);
    }

    @Property
    void whatIsWrittenCanBeRead(
            @ForAll @LongRange(max = 1L << 40) long first, @ForAll @LongRange(max = 1L << 40) long more) {
        ByteRange range = new ByteRange(first, first + more);

        assertThat(ByteRange.parse(range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5", "5-", "a-b", " 0-1", "0-1 ", "0-1-2", "99999999999999999999-1"})
    void otherFormsAreRefusedWithInputAndExpectation(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteRange.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("expected");
    }

    @Test
    void aRangeCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteRange.parse("50-49"))
                .withMessageContaining("50-49")
                .withMessageContaining("first <= last");
    }
}
