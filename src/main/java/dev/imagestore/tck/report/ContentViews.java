package dev.imagestore.tck.report;

import dev.imagestore.tck.repro.Evidence;
import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Stored files as a page shows them: what is wrong along the file, and all by name. */
final class ContentViews {

    private static final int NAMED = 3;
    private static final int PIECES = 200;
    private static final int PIECES_ON_THE_PAGE = 4000;
    private static final double NARROWEST = 2;
    private static final double WHOLE = 1000;

    private final List<PathContent> paths;
    private int pieces = PIECES_ON_THE_PAGE;

    ContentViews(ReplayReport.Content content) {
        this.paths = content.paths();
    }

    /** The file that the difference is about along its bytes, if there is something to draw and room for it. */
    Optional<Map<String, Object>> bar(Difference difference) {
        return paths.stream()
                .filter(p -> difference.kind() == Difference.Kind.CONTENT
                        && p.path().equals(difference.request())
                        && p.loop() == difference.loop()
                        && !p.damage().isEmpty())
                .findFirst()
                .filter(p -> p.damage().size() <= pieces)
                .map(p -> {
                    pieces -= p.damage().size();
                    return bar(p);
                });
    }

    List<Map<String, Object>> differing() {
        return paths.stream()
                .filter(PathContent::differs)
                .map(ContentViews::row)
                .toList();
    }

    List<Map<String, Object>> others() {
        return paths.stream().filter(p -> !p.differs()).map(ContentViews::row).toList();
    }

    private static Map<String, Object> row(PathContent path) {
        return Map.of(
                "path",
                line(path.path()),
                "loop",
                path.loop(),
                "state",
                path.state().word(),
                "expected",
                bytes(path.expectedLength()),
                "stored",
                bytes(path.length()),
                "reason",
                line(path.reason().isEmpty() ? damage(path) : path.reason()));
    }

    private static String damage(PathContent path) {
        String first = path.damage().stream().limit(NAMED).map(Damage::toString).collect(Collectors.joining(", "));
        return path.damage().size() > NAMED ? first + " and more" : first;
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
        return lanes.view(
                "along the file: %s bytes expected, %s stored"
                        .formatted(bytes(path.expectedLength()), bytes(path.length())),
                length);
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

    private static String bytes(OptionalLong length) {
        return length.isPresent() ? String.valueOf(length.getAsLong()) : "none";
    }

    private static String line(String text) {
        return Printable.line(text, Findings.LONGEST_VALUE);
    }
}
