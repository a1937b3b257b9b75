package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A file as an interval bar: a lane for each kind of range, drawn in thousandths of the whole. */
final class Lanes {

    private static final int NAMED = 12;

    private final List<Map<String, Object>> lanes = new ArrayList<>();

    Lanes add(String kind, String name, List<Evidence.Interval> pieces) {
        return add(kind, name, pieces, words(pieces));
    }

    Lanes add(String kind, String name, List<Evidence.Interval> pieces, String words) {
        lanes.add(Map.of(
                "kind",
                kind,
                "name",
                name,
                "words",
                words,
                "pieces",
                pieces.stream()
                        .map(p -> Map.of("from", number(p.from()), "extent", number(p.extent()), "range", p.range()))
                        .toList()));
        return this;
    }

    /** @param length of the file, in bytes */
    Map<String, Object> view(String title, long length) {
        Map<String, Object> view = new HashMap<>();
        view.put("title", title);
        view.put("last", Math.max(0, length - 1));
        view.put("lanes", lanes);
        return view;
    }

    static String number(double thousandths) {
        return String.format(Locale.ROOT, "%.2f", thousandths);
    }

    static String words(List<Evidence.Interval> pieces) {
        if (pieces.isEmpty()) {
            return "none";
        }
        String named =
                pieces.stream().limit(NAMED).map(Evidence.Interval::range).collect(Collectors.joining(", "));
        return pieces.size() > NAMED ? named + " and more" : named;
    }
}
