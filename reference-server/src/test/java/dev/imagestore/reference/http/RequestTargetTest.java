package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/ImageStore/a/b, ImageStore a b",
        "//ImageStore///a/b/, ImageStore a b",
        "/ImageStore/a%2Fb%5Cc\\d, ImageStore a b\\c\\d",
        "/ImageStore/%24/Info, ImageStore $ Info",
        "/ImageStore/%2541, ImageStore %41",
        "/ImageStore/%C3%A9, ImageStore é",
        "http://host:1/ImageStore/a?x=1, ImageStore a",
        "/ImageStore/a#b/c, ImageStore a",
        "*, *",
    })
    void splitsThePath(String target, String segments) {
        assertThat(String.join(" ", RequestTarget.parse(target).segments())).isEqualTo(segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%G1", "/a%2", "/%FF", "/a b", "/é", "/%+1"})
    void refusesMalformedTargets(String target) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> RequestTarget.parse(target));
    }

    @ParameterizedTest
    @CsvSource({
        "/?a=1&b=x%26y=z&a=2, a=1&b=x%26y=z&a=2",
        "/x, ''",
        "/x?, ''",
        "/x#?api-version=6.0, ''",
        "/x?a=1#b=2, a=1",
        "/x?a?b, a?b",
        "/?x=%zz, x=%zz",
    })
    void theQueryIsWhatIsBehindTheFirstQuestionMark(String target, String query) {
        assertThat(RequestTarget.parse(target).query()).isEqualTo(query);
    }
}
