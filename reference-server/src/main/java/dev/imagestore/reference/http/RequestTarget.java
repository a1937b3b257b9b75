package dev.imagestore.reference.http;

import dev.imagestore.reference.request.PercentCoding;
import dev.imagestore.reference.session.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The target of a request: the segments of its path between slashes, decoded exactly once, empty ones left out, and its
 * query as it came.
 */
record RequestTarget(List<String> segments, String query) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    RequestTarget {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a target in origin or absolute form.
     *
     * @throws ProtocolException if an escape in the path is malformed or its octets are not UTF-8
     */
    static RequestTarget parse(String target) {
        String relative =
                ORIGIN.matcher(target).lookingAt() ? ORIGIN.matcher(target).replaceFirst("") : target;
        if (!relative.isEmpty()
                && !relative.startsWith("/")
                && !relative.startsWith("?")
                && relative.indexOf(':') < 0
                && !relative.equals("*")) {
            throw new ProtocolException(
                    FabricError.invalidArgument("The target '" + target + "' of the request does not start with '/'"));
        }
        int fragment = relative.indexOf('#');
        String whole = fragment < 0 ? relative : relative.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? "" : whole.substring(question + 1);
        return new RequestTarget(segments(decoded(path)), query);
    }

    private static String decoded(String path) {
        try {
            return PercentCoding.decoded(path);
        } catch (RefusedException e) {
            throw new ProtocolException(new FabricError(
                    400, "FABRIC_E_INVALID_NAME_URI", e.refusal().message()));
        }
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
}
