package dev.imagestore.reference.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The target of a request, decoded exactly once: the segments of its path between slashes, empty ones left out, and its
 * parameters, of repeated ones the first.
 */
record RequestTarget(List<String> segments, Map<String, String> parameters) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    RequestTarget {
        segments = List.copyOf(segments);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a target in origin or absolute form.
     *
     * @throws ProtocolException if an escape is malformed or the octets are not UTF-8
     */
    static RequestTarget parse(String target) {
        String relative =
                ORIGIN.matcher(target).lookingAt() ? ORIGIN.matcher(target).replaceFirst("") : target;
        int fragment = relative.indexOf('#');
        String whole = fragment < 0 ? relative : relative.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? "" : whole.substring(question + 1);
        return new RequestTarget(segments(decoded(path)), parameters(query));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (i > start) {
                    segments.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return segments;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            String pair = query.substring(start, end < 0 ? query.length() : end);
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.putIfAbsent(decoded(name), decoded(value));
            start = end < 0 ? query.length() : end + 1;
        }
        return parameters;
    }

    private static String decoded(String text) {
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

    private static ProtocolException malformed(String fault) {
        return new ProtocolException(
                new FabricError(400, "FABRIC_E_INVALID_NAME_URI", "The target of the request " + fault));
    }
}
