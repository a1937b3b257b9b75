package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import java.util.Set;

/**
 * What to copy, and where to.
 *
 * @param skipped names of files, wherever they are, that are left out
 * @param skipsAnyCase whether those names match in any case
 */
public record CopyOrder(
        ContentPath source, ContentPath destination, Set<String> skipped, boolean skipsAnyCase, Unfinished unfinished) {

    /** What becomes of a folder without the mark file {@code _.dir}. */
    public enum Unfinished {
        COPIED,
        /** Nothing is copied, which is no failure. */
        SKIPPED,
        REFUSED
    }

    public CopyOrder {
        skipped = Set.copyOf(skipped);
    }

    boolean skips(String name) {
        return skipsAnyCase ? skipped.stream().anyMatch(name::equalsIgnoreCase) : skipped.contains(name);
    }
}
