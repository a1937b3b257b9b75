package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long exchanges took and how true the replay was to its plan. Latency counts from when an exchange was to be sent, so
 * that a target that makes the replay wait does not look fast.
 */
final class Timing {

    private static final double ENOUGH = 0.9;
    private static final long LATE_MICROS = 20_000;
    private static final int DIGITS = 3;

    private final boolean planned;
    private final Histogram latency = new Histogram(DIGITS);
    private final Histogram lag = new Histogram(DIGITS);
    private final LagSeries series = new LagSeries();
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long busyNanos;
    private long bytes;
    private long late;
    private long inversions;
    private long latestPlanned;
    private long lastLagMicros;
    private long zeroNanos;
    private int peak;

    /** @param planned whether there is a plan to be true to */
    Timing(boolean planned) {
        this.planned = planned;
        latency.setAutoResize(true);
        lag.setAutoResize(true);
    }

    /** So many were on their way when one more was sent. */
    void sent(long plannedNanos, int inFlight) {
        if (peak == 0) {
            zeroNanos = plannedNanos;
            latestPlanned = plannedNanos;
        }
        peak = Math.max(peak, inFlight);
        if (latestPlanned - plannedNanos > LATE_MICROS * 1000) {
            inversions++;
        }
        latestPlanned = Math.max(latestPlanned, plannedNanos);
    }

    void ended(long plannedNanos, long startedNanos, long endedNanos, long sentBytes) {
        lastLagMicros = Math.max(0, (startedNanos - plannedNanos) / 1000);
        latency.recordValue(Math.max(0, (endedNanos - plannedNanos) / 1000));
        lag.recordValue(lastLagMicros);
        series.add((startedNanos - zeroNanos) / 1000, lastLagMicros);
        late += lastLagMicros > LATE_MICROS ? 1 : 0;
        firstNanos = Math.min(firstNanos, startedNanos);
        lastNanos = Math.max(lastNanos, endedNanos);
        busyNanos += endedNanos - startedNanos;
        bytes += sentBytes;
    }

    long lastLagMicros() {
        return lastLagMicros;
    }

    long bytes() {
        return bytes;
    }

    ReplayReport.Spread latency() {
        return spread(latency);
    }

    List<ReplayReport.Bucket> latencies() {
        return Buckets.of(latency);
    }

    ReplayReport.Throughput throughput() {
        double seconds = seconds();
        return new ReplayReport.Throughput(
                seconds,
                seconds == 0 ? 0 : latency.getTotalCount() / seconds,
                bytes,
                seconds == 0 ? 0 : bytes / seconds);
    }

    ReplayReport.Fidelity fidelity(int recordedConcurrency) {
        long count = latency.getTotalCount();
        double score = planned && count > 0 ? Math.max(0, 1 - (double) (late + inversions) / count) : 1;
        double seconds = seconds();
        return new ReplayReport.Fidelity(
                score,
                score >= ENOUGH,
                spread(lag),
                series.slots(),
                planned ? late : 0,
                planned ? inversions : 0,
                recordedConcurrency,
                peak,
                seconds == 0 ? 0 : busyNanos / 1e9 / seconds);
    }

    private double seconds() {
        return lastNanos > firstNanos ? (lastNanos - firstNanos) / 1e9 : 0;
    }

    private static ReplayReport.Spread spread(Histogram histogram) {
        return new ReplayReport.Spread(
                histogram.getTotalCount(),
                histogram.getTotalCount() == 0 ? 0 : histogram.getMean(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue());
    }
}
