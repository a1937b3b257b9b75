package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagestore.tck.subject.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecimensTest {

    private static final String STEP = "an upload session for content that ";

    static Stream<String> named() {
        return TheFeatures.stepTexts().stream()
                .filter(text -> text.startsWith(STEP))
                .map(text -> text.substring(STEP.length()));
    }

    @ParameterizedTest
    @MethodSource("named")
    void everySpecimenOfTheFeaturesExistsAndIsSmall(String looks) {
        assertThat(Specimens.that(looks).length()).isBetween(1L, 1000L);
    }

    @Test
    void theGzipStreamReallyInflates() throws IOException {
        byte[] stream = bytes(Specimens.that("looks like a gzip stream"));

        try (GZIPInputStream inflated = new GZIPInputStream(new ByteArrayInputStream(stream))) {
            assertThat(inflated.readAllBytes()).hasSizeGreaterThan(stream.length);
        }
    }

    @Test
    void theInvalidUtf8ReallyIs() {
        byte[] octets = bytes(Specimens.that("is not valid UTF-8"));

        assertThatCode(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void anUnknownSpecimenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Specimens.that("looks odd"))
                .withMessageContaining("looks odd");
    }

    private static byte[] bytes(FileContent content) {
        ByteBuffer into = ByteBuffer.allocate((int) content.length());
        content.read(0, into);
        return into.array();
    }
}
