package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.wire.RequestBody;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkedCodingTest {

    @ParameterizedTest
    @CsvSource({
        "hello world!, 12, c|hello world!|0||",
        "hello world!, 50, c|hello world!|0||",
        "hello world!, 5, 5|hello|5| worl|2|d!|0||",
        "h\u00e4, 1, 1|h|1|\u00e4|0||",
        "'', 1, 0||",
    })
    void aBodyIsCutIntoPiecesAndEnded(String text, long piece, String lines) {
        RequestBody coded = ChunkedCoding.of(RequestBody.of(text.getBytes(ISO_8859_1)), piece);

        assertThat(text(coded)).isEqualTo(lines.replace("|", "\r\n"));
    }

    private static String text(RequestBody body) {
        ByteBuffer octets = ByteBuffer.allocate((int) body.length());
        ((RequestBody.Content) body).source().read(0, octets);
        return new String(octets.array(), ISO_8859_1);
    }
}
