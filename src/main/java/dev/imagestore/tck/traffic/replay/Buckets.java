package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** A distribution in buckets that end at 1, 2 and 5 times the powers of ten: few, however many values there are. */
final class Buckets {

    private static final long FIRST = 100;
    private static final long TEN = 10;
    private static final long[] STEPS = {1, 2, 5};

    private Buckets() {}

    /** From the first bucket that has values to the last one, empty ones between included. */
    static List<ReplayReport.Bucket> of(Histogram histogram) {
        List<ReplayReport.Bucket> buckets = new ArrayList<>();
        int step = 0;
        long power = FIRST;
        long edge = FIRST;
        long count = 0;
        for (HistogramIterationValue value : histogram.recordedValues()) {
            while (value.getValueIteratedTo() > edge) {
                add(buckets, edge, count);
                count = 0;
                step = (step + 1) % STEPS.length;
                power = step == 0 ? power * TEN : power;
                edge = power * STEPS[step];
            }
            count += value.getCountAddedInThisIterationStep();
        }
        add(buckets, edge, count);
        return buckets;
    }

    private static void add(List<ReplayReport.Bucket> buckets, long edge, long count) {
        if (count > 0 || !buckets.isEmpty()) {
            buckets.add(new ReplayReport.Bucket(edge, count));
        }
    }
}
