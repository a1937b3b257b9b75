package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.Evidence;
import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Stored files as a page shows them: what differs along the file, and the others by name. */
final class ContentViews {

    private static final int DRAWN = 60;
    private static final int PIECES = 200;
    private static final double NARROWEST = 2;
    private static final double WHOLE = 1000;

    private final List<PathContent> differing;
    private final List<PathContent> others;

    ContentViews(ReplayReport.Content content) {
        this.differing = content.paths().stream().filter(PathContent::differs).toList();
        this.others = content.paths().stream().filter(p -> !p.differs()).toList();
    }

    List<Map<String, Object>> damaged() {
        return differing.stream().limit(DRAWN).map(ContentViews::damaged).toList();
    }

    /** How many that differ are not shown. */
    int more() {
        return Math.max(0, differing.size() - DRAWN);
    }

    List<Map<String, Object>> others() {
        return others.stream()
                .map(p -> Map.<String, Object>of(
                        "path",
                        line(p.path()),
                        "loop",
                        p.loop(),
                        "state",
                        p.state().word(),
                        "length",
                        bytes(p.length(), "none"),
                        "reason",
                        line(p.reason())))
                .toList();
    }

    private static Map<String, Object> damaged(PathContent path) {
        boolean drawn =
                path.state() == PathContent.State.DAMAGED && !path.damage().isEmpty();
        Map<String, Object> view = new HashMap<>();
        view.put("path", line(path.path()));
        view.put("state", path.state().word());
        view.put(
                "meta",
                "loop %d; expected %s, stored %s"
                        .formatted(
                                path.loop(), bytes(path.expectedLength(), "no file"), bytes(path.length(), "no file")));
        view.put("drawn", drawn);
        if (drawn) {
            view.put("bar", bar(path));
        }
        return view;
    }

    private static Map<String, Object> bar(PathContent path) {
        long length = Math.max(
                1, Math.max(path.length().orElse(0), path.expectedLength().orElse(0)));
        Lanes lanes = new Lanes().add("identical", "identical", identical(path, length));
        Arrays.stream(Damage.Kind.values()).forEach(kind -> {
            List<Evidence.Interval> pieces = path.damage().stream()
                    .filter(d -> d.kind() == kind)
                    .limit(PIECES)
                    .map(d -> piece(d.first(), d.last(), words(d), length))
                    .toList();
            if (!pieces.isEmpty()) {
                lanes.add(kind.word(), kind.word(), pieces);
            }
        });
        return lanes.view("the stored file and the expected one, %d bytes".formatted(length), length);
    }

    /** What lies between the damage; behind the last of it only if all of it is known. */
    private static List<Evidence.Interval> identical(PathContent path, long length) {
        List<Evidence.Interval> identical = new ArrayList<>();
        long from = 0;
        for (Damage damage : path.damage()) {
            if (damage.first() > from) {
                identical.add(piece(from, damage.first() - 1, range(from, damage.first() - 1), length));
            }
            from = Math.max(from, damage.last() + 1);
        }
        if (from < length && path.damage().size() < PIECES) {
            identical.add(piece(from, length - 1, range(from, length - 1), length));
        }
        return identical.stream().limit(PIECES).toList();
    }

    private static Evidence.Interval piece(long first, long last, String words, long length) {
        return new Evidence.Interval(
                WHOLE * first / length, Math.max(NARROWEST, WHOLE * (last - first + 1) / length), words);
    }

    private static String range(long first, long last) {
        return first + "-" + last;
    }

    private static String words(Damage damage) {
        return range(damage.first(), damage.last())
                + (damage.from().isPresent() ? " from " + damage.from().getAsLong() : "");
    }

    private static String bytes(OptionalLong length, String none) {
        return length.isPresent() ? length.getAsLong() + " bytes" : none;
    }

    private static String line(String text) {
        return Printable.line(text, Findings.LONGEST_VALUE);
    }
}
