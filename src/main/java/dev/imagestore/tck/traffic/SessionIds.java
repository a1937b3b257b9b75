package dev.imagestore.tck.traffic;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Session ids in queries and by themselves: a GUID in any of its forms, with whatever may be around it. */
final class SessionIds {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|[0-9a-fA-F]{32}");
    private static final String PARAMETER = "session-id=";
    private static final String CANONICAL = "00000000-0000-0000-0000-000000000000";

    private SessionIds() {}

    /** The first one of a query, as it stands there. */
    static Optional<String> in(String query) {
        int at = next(query, 0);
        return at < 0 ? Optional.empty() : Optional.of(query.substring(at, end(query, at)));
    }

    /** The query with each of its ids replaced. */
    static String replace(String query, UnaryOperator<String> mapping) {
        StringBuilder replaced = new StringBuilder(query.length());
        int copied = 0;
        for (int at = next(query, 0); at >= 0; at = next(query, copied)) {
            int end = end(query, at);
            replaced.append(query, copied, at).append(mapping.apply(query.substring(at, end)));
            copied = end;
        }
        return replaced.append(query, copied, query.length()).toString();
    }

    private static int next(String query, int from) {
        for (int at = query.indexOf(PARAMETER, from); at >= 0; at = query.indexOf(PARAMETER, at + 1)) {
            if (at == 0 || query.charAt(at - 1) == '&') {
                return at + PARAMETER.length();
            }
        }
        return -1;
    }

    private static int end(String query, int from) {
        int end = query.indexOf('&', from);
        return end < 0 ? query.length() : end;
    }

    /** GUIDs are compared by value: the canonical form of the first one, or the text when there is none. */
    static String canonical(String text) {
        if (isCanonical(text)) {
            return text;
        }
        Matcher guid = GUID.matcher(text);
        if (!guid.find()) {
            return text;
        }
        String digits = guid.group().replace("-", "").toLowerCase(Locale.ROOT);
        return digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                + digits.substring(16, 20) + "-" + digits.substring(20);
    }

    /** The text with its first GUID replaced. */
    static String replaceGuid(String text, UnaryOperator<String> mapping) {
        return isCanonical(text)
                ? mapping.apply(text)
                : GUID.matcher(text).replaceFirst(match -> mapping.apply(match.group()));
    }

    /** Nearly all are, and need not be searched for. */
    private static boolean isCanonical(String text) {
        if (text.length() != CANONICAL.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = CANONICAL.charAt(i) == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
