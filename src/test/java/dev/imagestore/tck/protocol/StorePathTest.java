package dev.imagestore.tck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorePathTest {

    @ParameterizedTest
    @CsvSource({"a/b, a/b", "a\\b, a/b", "/a//b/, a/b", "\\a\\b\\, a/b", "a\\b/c, a/b/c", "a b, a b"})
    void eitherSeparatorWillDo(String written, String plain) {
        assertThat(StorePath.plain(written)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"a/b, a\\B, true", "a/b, a/c, false", "a/b, a/bc, false", "a/b, b, false"})
    void aStoreMayBeBlindToCase(String one, String other, boolean same) {
        assertThat(StorePath.same(one, other)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"a/b/c, /", "a\\b\\c, \\", "a\\b/c, \\/"})
    void theSeparatorsAreThoseThatStandThere(String written, String separators) {
        assertThat(StorePath.separators(written)).contains(separators);
    }

    @Test
    void aSingleSegmentHasNone() {
        assertThat(StorePath.separators("abc")).isEmpty();
    }
}
