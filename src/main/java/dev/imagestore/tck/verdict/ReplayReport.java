package dev.imagestore.tck.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is reported of a replay.
 *
 * @param differences the first ones in full; {@code differencesInAll} counts
 * @param byRequirement how many differences are about each requirement
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
        Throughput throughput,
        Fidelity fidelity,
        List<String> warnings) {

    public ReplayReport {
        differences = List.copyOf(differences);
        byRequirement = Map.copyOf(byRequirement);
        ignored = List.copyOf(ignored);
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

    /** How much was done in how much time; bytes are those of request bodies. */
    public record Throughput(double seconds, double exchangesPerSecond, long bytes, double bytesPerSecond) {}

    /**
     * How true the replay was to its plan.
     *
     * @param score from 0 to 1
     * @param lag of what was sent behind when it was to be sent
     * @param late how many were sent later than is tolerated
     * @param inversions how many were sent after one that should have come later
     */
    public record Fidelity(
            double score,
            boolean enough,
            Spread lag,
            long late,
            long inversions,
            int recordedConcurrency,
            int achievedConcurrency,
            double meanConcurrency) {}
}
