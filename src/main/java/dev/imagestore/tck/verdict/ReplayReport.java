package dev.imagestore.tck.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is reported of a replay.
 *
 * @param differences the first ones in full; {@code differencesInAll} counts
 * @param byRequirement how many differences are about each requirement
 * @param latencies how many exchanges took how long, from the fastest bucket to the slowest that has any
 * @param warnings what a reader has to know to make sense of the verdict
 */
public record ReplayReport(
        String suiteVersion,
        Run run,
        ReplayVerdict verdict,
        Counts counts,
        List<Difference> differences,
        long differencesInAll,
        Map<String, Long> byRequirement,
        List<Ignored> ignored,
        Content content,
        Spread latency,
        List<Bucket> latencies,
        Throughput throughput,
        Fidelity fidelity,
        List<String> warnings) {

    public ReplayReport {
        differences = List.copyOf(differences);
        byRequirement = Map.copyOf(byRequirement);
        ignored = List.copyOf(ignored);
        latencies = List.copyOf(latencies);
        warnings = List.copyOf(warnings);
    }

    /** What was replayed, where, and how; enough to do it again. */
    public record Run(
            String id,
            String recording,
            String target,
            String pace,
            int connections,
            int loops,
            long seed,
            Instant started,
            Instant finished) {}

    /**
     * What became of the exchanges.
     *
     * @param recorded in the recording, once
     * @param sent in all loops
     * @param compared how many answers were compared
     * @param raced how many differed as they may, since order decided
     * @param damaged lines of the recording that were skipped
     */
    public record Counts(long recorded, long sent, long compared, long raced, long damaged) {}

    /** A rule, what it hid, and the first of it. */
    public record Ignored(String rule, long hidden, String first) {}

    /**
     * The stored bytes.
     *
     * @param paths those that differ before the others, the first of them if there are very many
     */
    public record Content(
            ContentObserved observed, long identical, long different, long notJudged, List<PathContent> paths) {
        public Content {
            paths = List.copyOf(paths);
        }
    }

    /** A distribution, in microseconds. */
    public record Spread(long count, double mean, long p50, long p90, long p99, long p999, long max) {}

    /** How many lie above the bucket before and at or below that many microseconds. */
    public record Bucket(long upTo, long count) {}

    /** How much was done in how much time; bytes are those of request bodies. */
    public record Throughput(double seconds, double exchangesPerSecond, long bytes, double bytesPerSecond) {}

    /**
     * How true the replay was to its plan.
     *
     * @param score from 0 to 1
     * @param lag of what was sent behind when it was to be sent
     * @param lagOverTime the same in slots of equal length, a few hundred at most; slots without a send are left out
     * @param late how many were sent later than is tolerated
     * @param inversions how many were sent after one that should have come later
     */
    public record Fidelity(
            double score,
            boolean enough,
            Spread lag,
            List<LagSlot> lagOverTime,
            long late,
            long inversions,
            int recordedConcurrency,
            int achievedConcurrency,
            double meanConcurrency) {
        public Fidelity {
            lagOverTime = List.copyOf(lagOverTime);
        }
    }

    /** What was sent from that second of the replay on, until the next slot: how many, and how late in microseconds. */
    public record LagSlot(double fromSeconds, long count, long mean, long max) {}
}
