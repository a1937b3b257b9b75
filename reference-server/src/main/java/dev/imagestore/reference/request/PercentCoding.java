package dev.imagestore.reference.request;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The escapes of RFC 3986, for octets of UTF-8. */
public final class PercentCoding {

    private static final String UNRESERVED = "-._~";

    private PercentCoding() {}

    /**
     * Decodes exactly once.
     *
     * @throws RefusedException if an escape is malformed, the octets are not UTF-8, or a character had to be escaped
     */
    public static String decoded(String text) {
        ByteBuffer octets = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw malformed("holds a character that must be escaped");
            }
            if (c != '%') {
                octets.put((byte) c);
                continue;
            }
            if (i + 2 >= text.length()
                    || !HexFormat.isHexDigit(text.charAt(i + 1))
                    || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                throw malformed("holds a malformed escape");
            }
            octets.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed("holds escapes that are not UTF-8");
        }
    }

    private static RefusedException malformed(String fault) {
        return new RefusedException(Reason.PATH, "The target of the request " + fault);
    }

    /** Escapes all but letters, digits and four marks. */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
