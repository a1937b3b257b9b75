package dev.imagestore.tck;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The valid names that a mistyped one is nearest to. */
public final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** Up to three names, nearest first, joined by commas. */
    public static String to(String given, Collection<String> valid) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String typed = given.toLowerCase(Locale.ROOT);
        return valid.stream()
                .sorted(Comparator.comparing((String name) -> distance.apply(typed, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }
}
