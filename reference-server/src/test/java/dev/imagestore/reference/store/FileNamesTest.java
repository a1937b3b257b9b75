package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @Test
    void aPlatformOfUtf8NamesFilesAsTheyAre() {
        assertThat(new FileNames(StandardCharsets.UTF_8).of("é%")).isEqualTo("é%");
    }

    @Test
    void anotherPlatformEscapesWhatItCannotName() {
        FileNames names = new FileNames(StandardCharsets.US_ASCII);

        assertThat(names.of("plain.txt")).isEqualTo("plain.txt");
        assertThat(names.of("é")).isEqualTo("%C3%A9");
        assertThat(names.of("%C3%A9")).isEqualTo("%25C3%25A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.txt", "é", "%C3%A9", "100%", "%zz", "%4"})
    void aNameIsReadBack(String segment) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)) {
            FileNames names = new FileNames(charset);

            assertThat(names.segment(names.of(segment))).isEqualTo(segment);
        }
    }

    @Test
    void aNameThatNobodyEscapedIsTakenAsItIs() {
        assertThat(new FileNames(StandardCharsets.US_ASCII).segment("100%zz%")).isEqualTo("100%zz%");
    }
}
