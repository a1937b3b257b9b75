package dev.imagestore.reference.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.session.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParsersTest {

    @Test
    void ofRepeatedParametersTheFirstCounts() {
        assertThat(new DecodedQuery().parse("a=1&b=x%26y=z&a=2&A=3&c&&d="))
                .isEqualTo(Map.of("a", "1", "b", "x&y=z", "A", "3", "c", "", "d", ""));
    }

    @Test
    void aRawQueryDropsWhatItDoesNotUnderstand() {
        assertThat(new RawQuery().parse("a=&a=1&b=x%26y&c=1=2&c=3&d&=e&a=2"))
                .isEqualTo(Map.of("a", "1", "b", "x%26y", "c", "3", "", "e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%zz", "%=1", "x=%4", "x=%FF"})
    void malformedEscapesAreRefusedWhereTheyMeanAnything(String query) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new DecodedQuery().parse(query));
        assertThat(new RawQuery().parse(query)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain-._~", "a/b c", "100%", "é"})
    void whatIsEncodedIsDecoded(String text) {
        assertThat(PercentCoding.encoded(text)).matches("[A-Za-z0-9._~%-]*");
        assertThat(PercentCoding.decoded(PercentCoding.encoded(text))).isEqualTo(text);
    }
}
