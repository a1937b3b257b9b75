package dev.imagestore.tck.subject;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths, segment by segment. */
final class UriPath {

    /** The unreserved characters, and the plus sign, which stands for itself in a path but for a blank in many queries. */
    private static final String PLAIN = "-._~+";

    private UriPath() {}

    /** A value of the query; one that is already escaped stays as it is. */
    static String query(String value) {
        return value.matches("(?:[A-Za-z0-9\\-._~]|%[0-9A-Fa-f]{2})*")
                ? value
                : encode(value).replace("/", "%2F").replace("+", "%2B");
    }

    /** Encodes everything but letters, digits, {@code -._~+} and the separator {@code /}. */
    static String encode(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (plain || c == '/') {
                encoded.append(c);
            } else {
                encoded.append('%').append("%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
