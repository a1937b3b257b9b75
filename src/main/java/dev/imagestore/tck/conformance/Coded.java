package dev.imagestore.tck.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Content in chunked transfer coding, in the forms that the grammar of RFC 9112, 7.1 allows, and in some it does not. */
final class Coded {

    /** The name of the coding is, not the body. */
    static final String IN_CAPITALS = "in capitals";

    private Coded() {}

    static byte[] as(String form, byte[] content) {
        return switch (form) {
            case "in one piece", IN_CAPITALS -> coded(content, content.length, "%x", "", "");
            case "one octet a piece" -> coded(content, 1, "%x", "", "");
            case "in pieces of 7 octets" -> coded(content, 7, "%x", "", "");
            case "with chunk extensions" -> coded(content, 16, "%x", ";name=value;quoted=\"a;b\"", "");
            case "with upper-case sizes" -> coded(content, 27, "%X", "", "");
            case "with leading zeros" -> coded(content, 30, "00%x", "", "");
            case "with trailers" -> coded(content, 50, "%x", "", "X-Checksum: none\r\nX-Other: 1\r\n");
            case "with a size that is no number" -> "zz\r\n".getBytes(StandardCharsets.US_ASCII);
            case "with a negative size" -> coded(content, content.length, "-%x", "", "");
            case "with more data than the size says" ->
                (hex(content.length - 10) + "\r\n" + text(content) + "\r\n0\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> throw new IllegalArgumentException("no form of chunked coding called " + form);
        };
    }

    private static byte[] coded(byte[] content, int piece, String size, String extension, String trailers) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += piece) {
            byte[] data = Arrays.copyOfRange(content, at, Math.min(content.length, at + piece));
            write(coded, size.formatted(data.length) + extension + "\r\n");
            coded.writeBytes(data);
            write(coded, "\r\n");
        }
        write(coded, "0" + extension + "\r\n" + trailers + "\r\n");
        return coded.toByteArray();
    }

    private static void write(ByteArrayOutputStream into, String text) {
        into.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hex(int number) {
        return Integer.toHexString(number).toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
