package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
}
