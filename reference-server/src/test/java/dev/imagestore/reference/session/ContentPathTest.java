package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPathTest {

    @ParameterizedTest
    @CsvSource({
        "a//./x/../b, a/b",
        "a\\b/c, a/b/c",
        "/a/b/, a/b",
        "\\\\server\\share, server/share",
        "a$/$b/..., a$/$b/...",
        "ab:c/d:e, ab:c/d:e",
        "a/x:y, a/x:y",
    })
    void isNormalised(String text, String path) {
        assertThat(ContentPath.of(text)).hasToString(path).isEqualTo(ContentPath.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                ".",
                "..",
                "a/..",
                "a/../../b",
                "a\\..\\..\\b",
                "../a",
                "C:/x",
                "c:x",
                "a/C:/x",
                "a/b\0c",
                "$",
                "a/$/b",
                "a\\$\\b"
            })
    void refusesWhatNamesNoFileInTheStore(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ContentPath.of(text))
                .matches(e -> e.refusal().reason() == Reason.PATH);
    }

    @Test
    void knowsWhatIsInsideIt() {
        ContentPath folder = ContentPath.of("a/b");

        assertThat(ContentPath.of("a/b/c").isBelow(folder)).isTrue();
        assertThat(ContentPath.of("a/b").isBelow(folder)).isFalse();
        assertThat(ContentPath.of("a/bc").isBelow(folder)).isFalse();
    }
}
