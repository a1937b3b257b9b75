package dev.imagestore.tck.report;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.verdict.ContentObserved;
import dev.imagestore.tck.verdict.Damage;
import dev.imagestore.tck.verdict.Difference;
import dev.imagestore.tck.verdict.PathContent;
import dev.imagestore.tck.verdict.ReplayReport;
import dev.imagestore.tck.verdict.ReplayVerdict;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports on replays that went well, went badly and met a hostile target. */
final class SampleReplay {

    private SampleReplay() {}

    static ReplayReport good() {
        return report("identical", List.of(), List.of());
    }

    /** Two requirements, and a file whose halves have changed places. */
    static ReplayReport bad() {
        return report(
                "there are 4 differences",
                List.of(
                        difference(Difference.Kind.STATUS, "COM-04", "a commit"),
                        difference(Difference.Kind.SESSION, "QRY-06", "a query"),
                        difference(Difference.Kind.SESSION, "QRY-06", "another query"),
                        difference(Difference.Kind.CONTENT, "CHK-03", "a/b")),
                List.of(
                        new PathContent(
                                "a/b",
                                1,
                                PathContent.State.DAMAGED,
                                OptionalLong.of(1000),
                                OptionalLong.of(1000),
                                List.of(
                                        damage(Damage.Kind.SHIFTED, 0, 249, 500),
                                        damage(Damage.Kind.DOUBLED, 500, 749, 0)),
                                ""),
                        path("a/c", PathContent.State.MISSING, ""),
                        path("a/d", PathContent.State.NOT_JUDGED, "order decides")));
    }

    static ReplayReport hostile(String text) {
        return report(
                text,
                List.of(new Difference(Difference.Kind.BODY, text, 1, 1, text, text, text)),
                List.of(path(text, PathContent.State.MISSING, text), path(text, PathContent.State.NOT_JUDGED, text)));
    }

    /** As many differences as a report keeps. */
    static ReplayReport large(int differences) {
        return report(
                "there are many differences",
                IntStream.range(0, differences)
                        .mapToObj(i -> difference(Difference.Kind.STATUS, "CHK-" + i % 50, "request " + i))
                        .toList(),
                List.of());
    }

    private static ReplayReport report(String reason, List<Difference> differences, List<PathContent> paths) {
        boolean good = differences.isEmpty();
        ReplayReport.Spread spread = new ReplayReport.Spread(100, 812.5, 700, 1_200, 21_000, 22_000, 25_000);
        return new ReplayReport(
                "0.1.0",
                new ReplayReport.Run(
                        "r1",
                        "rec",
                        "http://localhost:19080",
                        "1x",
                        8,
                        1,
                        42,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:00:01.500Z")),
                new ReplayVerdict(
                        good ? ReplayVerdict.Status.IDENTICAL : ReplayVerdict.Status.DIFFERENT, good ? 0 : 1, reason),
                new ReplayReport.Counts(100, 100, 99, 1, 0),
                differences,
                differences.size(),
                differences.stream().collect(Collectors.groupingBy(Difference::requirement, Collectors.counting())),
                good ? List.of() : List.of(new ReplayReport.Ignored("code:QRY-*", 3, reason)),
                new ReplayReport.Content(
                        ContentObserved.BYTES,
                        2,
                        paths.stream().filter(PathContent::differs).count(),
                        0,
                        paths),
                spread,
                List.of(new ReplayReport.Bucket(1_000, 80), new ReplayReport.Bucket(2_000, 20)),
                new ReplayReport.Throughput(1.5, 66.7, 123_456, 82_304),
                new ReplayReport.Fidelity(
                        0.98,
                        true,
                        spread,
                        List.of(
                                new ReplayReport.LagSlot(0, 60, 700, 1_200),
                                new ReplayReport.LagSlot(0.64, 40, 3_000, 25_000)),
                        2,
                        0,
                        4,
                        5,
                        1.3),
                good ? List.of() : List.of(reason));
    }

    private static Difference difference(Difference.Kind kind, String requirement, String request) {
        return new Difference(kind, requirement, 7, 1, request, "409", "200");
    }

    private static Damage damage(Damage.Kind kind, long first, long last, long from) {
        return new Damage(kind, new ByteRange(first, last), OptionalLong.of(from));
    }

    private static PathContent path(String path, PathContent.State state, String reason) {
        return new PathContent(path, 1, state, OptionalLong.of(10), OptionalLong.empty(), List.of(), reason);
    }
}
