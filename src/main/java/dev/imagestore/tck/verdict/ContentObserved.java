package dev.imagestore.tck.verdict;

import java.util.Locale;

/** How much of the stored files the run could see. */
public enum ContentObserved {
    BYTES,
    SIZE,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
