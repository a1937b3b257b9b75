package dev.imagestore.tck.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequestDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedTest {

    private static final String CONTENT = "a hundred bytes or so, ".repeat(5);
    private static final byte[] OCTETS = CONTENT.getBytes(US_ASCII);
    private static final String HEAD = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in one piece",
                "one octet a piece",
                "in pieces of 7 octets",
                "with chunk extensions",
                "with upper-case sizes",
                "with leading zeros",
                "with trailers"
            })
    void aLawfulFormDecodesToItsContent(String form) {
        assertThat(decoded(Coded.as(form, OCTETS))).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with a size that is no number", "with a negative size", "with more data than the size says"})
    void anUnlawfulFormDoesNotDecode(String form) {
        assertThat(decoded(Coded.as(form, OCTETS))).isEqualTo("malformed");
    }

    @Test
    void whatAFormIsAboutIsInIt() {
        assertThat(coded("with chunk extensions")).startsWith("10;name=value");
        assertThat(coded("with upper-case sizes")).startsWith("1B\r\n");
        assertThat(coded("with leading zeros")).startsWith("001e\r\n");
        assertThat(coded("with trailers")).endsWith("\r\n0\r\nX-Checksum: none\r\nX-Other: 1\r\n\r\n");
        assertThat(coded("one octet a piece")).startsWith("1\r\na\r\n1\r\n \r\n");
    }

    @Test
    void anUnknownFormIsAnErrorOfTheSuite() {
        assertThatThrownBy(() -> Coded.as("in Latin", OCTETS)).hasMessageContaining("in Latin");
    }

    private static String coded(String form) {
        return new String(Coded.as(form, OCTETS), US_ASCII);
    }

    private static String decoded(byte[] coded) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());
        channel.writeInbound(Unpooled.wrappedBuffer(HEAD.getBytes(US_ASCII), coded));
        StringBuilder content = new StringBuilder();
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
            if (part instanceof HttpContent piece) {
                if (piece.decoderResult().isFailure()) {
                    channel.finishAndReleaseAll();
                    return "malformed";
                }
                ByteBuf octets = piece.content();
                content.append(octets.toString(US_ASCII));
                piece.release();
            }
        }
        channel.finishAndReleaseAll();
        return content.toString();
    }
}
