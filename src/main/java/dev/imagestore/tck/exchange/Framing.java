package dev.imagestore.tck.exchange;

import java.util.Locale;

/** How a request says where its body ends. */
public enum Framing {
    /** No body, and no Content-Length. */
    NONE,
    /** By Content-Length. */
    LENGTH,
    /** By the chunked transfer coding; the recorded body is what was coded. */
    CHUNKED,
    /** By the sender himself; the recorded body is what was written, a coding included. */
    RAW;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Framing named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
