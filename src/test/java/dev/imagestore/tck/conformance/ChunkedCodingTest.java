package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.wire.RequestBody;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkedCodingTest {

    @ParameterizedTest
    @CsvSource({"hello world!, c|hello world!|0||", "h\u00e4, 2|h\u00e4|0||"})
    void aBodyIsOnePieceAndAnEnd(String text, String lines) {
        RequestBody coded = ChunkedCoding.of(RequestBody.of(text.getBytes(ISO_8859_1)));

        assertThat(text(coded)).isEqualTo(lines.replace("|", "\r\n"));
    }

    private static String text(RequestBody body) {
        ByteBuffer octets = ByteBuffer.allocate((int) body.length());
        ((RequestBody.Content) body).source().read(0, octets);
        return new String(octets.array(), ISO_8859_1);
    }
}
