package dev.imagestore.reference.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that were worth keeping. */
class RequestCorpusTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS, 2)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return files.stream();
        }
    }

    @Test
    void thereAreSomeOfEachKind() throws IOException {
        assertThat(inputs().map(RequestCorpusTest::kind)).containsAll(RequestFuzz.PROPERTIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachIsUnderstoodOrRefused(Path input) throws Exception {
        RequestFuzz.PROPERTIES.get(kind(input)).check(Files.readAllBytes(input));
    }

    private static String kind(Path input) {
        return input.getName(CORPUS.getNameCount()).toString();
    }
}
