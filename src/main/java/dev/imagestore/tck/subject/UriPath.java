package dev.imagestore.tck.subject;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths, segment by segment. */
final class UriPath {

    private static final String UNRESERVED = "-._~";

    private UriPath() {}

    /** Encodes everything but unreserved characters and the separator {@code /}. */
    static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain || c == '/') {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
