package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.FileContent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Contents that a careless server would decode, translate or trim. */
final class Specimens {

    private Specimens() {}

    static FileContent that(String looks) {
        return switch (looks) {
            case "is text with CRLF line ends" -> FileContent.of("one\r\ntwo\r\n\r\nthree\r\n".repeat(6));
            case "is text with LF line ends" -> FileContent.of("one\ntwo\n\nthree\n".repeat(7));
            case "starts with a byte order mark" -> FileContent.of("\uFEFF<settings>\u00e4\u20ac</settings>".repeat(4));
            case "is not valid UTF-8" -> FileContent.of(octets(0xC3, 0x28, 0xFF, 0xFE, 0x80, 0xED, 0xA0, 0x80, 0x00));
            case "has every byte value" -> FileContent.of(everyOctet());
            case "is all zero bytes" -> FileContent.of(new byte[100]);
            case "looks like a gzip stream" -> FileContent.of(gzip());
            case "looks like chunked coding" -> FileContent.of("5\r\nhello\r\n0\r\n\r\n".repeat(7));
            case "looks like multipart form data" ->
                FileContent.of("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nbytes\r\n--x--\r\n");
            case "looks like JSON" -> FileContent.of("{\"Error\":{\"Code\":\"x\",\"Message\":null}}   ".repeat(3));
            case "looks like percent-encoding" -> FileContent.of("%00%2F+a=b&c=%zz%".repeat(6));
            case "ends in blanks" -> FileContent.of("a few words and then \t\r\n \u0000\u0000   \n\n".repeat(3));
            default -> throw new IllegalArgumentException("no specimen that " + looks);
        };
    }

    private static byte[] everyOctet() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        return octets;
    }

    private static byte[] octets(int... values) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int repeat = 0; repeat < 11; repeat++) {
            for (int value : values) {
                octets.write(value);
            }
        }
        return octets.toByteArray();
    }

    /** A real stream, so that a server that decodes it succeeds in doing so. */
    private static byte[] gzip() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(stream)) {
            gzip.write("the decoded text is not what was uploaded; ".repeat(30).getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return stream.toByteArray();
    }
}
