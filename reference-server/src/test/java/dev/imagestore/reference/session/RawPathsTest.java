package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathsTest {

    private final PathParser parser = new RawPaths();

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, a b",
        "a\\b, a\\b, a b",
        "\\a/b\\, \\a/b\\, a b",
        "a//b/, a/b, a b",
        "a/./x/../b, a/b, a b",
        "' a/b ', ' a/b ', a b",
        "A/b, A/b, A b",
    })
    void keepsTheSpelling(String text, String spelling, String segments) {
        ContentPath path = parser.parse(text);

        assertThat(path).hasToString(spelling);
        assertThat(path.segments()).isEqualTo(List.of(segments.split(" ")));
    }

    @Test
    void anotherSpellingIsAnotherPath() {
        assertThat(parser.parse("a/b")).isNotEqualTo(parser.parse("a\\b")).isEqualTo(parser.parse("a//b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a\\..\\..\\b", "../a", "C:\\a", "a\\$", "a\0"})
    void refusesWhatNamesNoFileInTheStore(String text) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> parser.parse(text));
    }
}
