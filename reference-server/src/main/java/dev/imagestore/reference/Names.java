package dev.imagestore.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Tells somebody who gave a name that does not exist which ones do. */
final class Names {

    private static final int MOST = 3;

    private Names() {}

    static String unknown(String kind, String name, Collection<String> known) {
        return "unknown " + kind + " '" + name + "'" + meant(nearest(name, known));
    }

    static String meant(List<String> names) {
        return "; did you mean " + String.join(", ", names) + "?";
    }

    /** The names that take the fewest edits, best first. */
    static List<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> edits(name, candidate)))
                .limit(MOST)
                .toList();
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
