package dev.imagestore.tck.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a target is held against. */
public enum Profile {
    DOCUMENTED,
    SERVICE_FABRIC,
    STRICT_HTTP;

    /** The name that options, tags and reports use, such as {@code strict-http}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Profile> named(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
