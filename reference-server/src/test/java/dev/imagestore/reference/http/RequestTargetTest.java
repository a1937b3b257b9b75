package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
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
    @ValueSource(strings = {"/%", "/%4", "/%G1", "/a%2", "/%FF", "/a b", "/é", "/?x=%zz", "/%+1"})
    void refusesMalformedTargets(String target) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> RequestTarget.parse(target));
    }

    @Test
    void ofRepeatedParametersTheFirstCounts() {
        assertThat(RequestTarget.parse("/?a=1&b=x%26y=z&a=2&A=3&c&#api-version=6.0")
                        .parameters())
                .containsEntry("a", "1")
                .containsEntry("b", "x&y=z")
                .containsEntry("A", "3")
                .containsEntry("c", "")
                .doesNotContainKey("api-version");
    }
}
