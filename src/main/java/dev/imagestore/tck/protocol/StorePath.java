package dev.imagestore.tck.protocol;

import java.util.Locale;
import java.util.Optional;

/** A path as an answer has it. Either separator will do, and separators at the ends say nothing. */
public final class StorePath {

    private StorePath() {}

    /** With {@code /} between the segments and nowhere else. */
    public static String plain(String written) {
        return written.replace('\\', '/').replaceAll("/+", "/").replaceAll("^/|/$", "");
    }

    /** Whether both mean the same place; a store may be blind to case. */
    public static boolean same(String one, String other) {
        return plain(one).toLowerCase(Locale.ROOT).equals(plain(other).toLowerCase(Locale.ROOT));
    }

    /** What stands between the segments: {@code /}, {@code \\} or, when they are mixed, both; empty for a single one. */
    public static Optional<String> separators(String written) {
        String found = (written.contains("\\") ? "\\" : "") + (written.contains("/") ? "/" : "");
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
