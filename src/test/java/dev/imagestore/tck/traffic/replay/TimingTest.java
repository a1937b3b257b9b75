package dev.imagestore.tck.traffic.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    @Property
    void noSendIsLostAndThereAreNeverTooManySlots(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(max = 4_000_000_000L) Long> sends) {
        LagSeries series = new LagSeries();
        sends.forEach(at -> series.add(at, at % 1000));

        List<ReplayReport.LagSlot> slots = series.slots();

        assertThat(slots).hasSizeBetween(1, LagSeries.MOST);
        assertThat(slots.stream().mapToLong(ReplayReport.LagSlot::count).sum()).isEqualTo(sends.size());
        assertThat(slots.stream().mapToLong(ReplayReport.LagSlot::max).max())
                .hasValue(sends.stream().mapToLong(at -> at % 1000).max().orElse(-1));
        assertThat(slots).allMatch(slot -> slot.mean() <= slot.max());
    }

    @Test
    void aSlotIsWhereItsSendsAre() {
        LagSeries series = new LagSeries();
        series.add(0, 10);
        series.add(9_999, 30);
        series.add(2_000_000, 7);

        assertThat(series.slots())
                .containsExactly(new ReplayReport.LagSlot(0, 2, 20, 30), new ReplayReport.LagSlot(2.0, 1, 7, 7));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "-30000, 1", "-10000, 0"})
    void whatShouldHaveComeBeforeIsOutOfOrderAndTheFirstNeverIs(long laterMicros, long inversions) {
        long start = System.nanoTime();
        Timing timing = new Timing(true);
        timing.sent(start, 1);
        timing.sent(start + laterMicros * 1000, 1);

        assertThat(timing.fidelity(1).inversions()).isEqualTo(inversions);
    }

    @Test
    void bucketsEndAtOneTwoAndFive() {
        Histogram histogram = new Histogram(3);
        List.of(150L, 200L, 201L, 450L, 9_000L).forEach(histogram::recordValue);

        assertThat(Buckets.of(histogram))
                .containsExactly(
                        new ReplayReport.Bucket(200, 2),
                        new ReplayReport.Bucket(500, 2),
                        new ReplayReport.Bucket(1_000, 0),
                        new ReplayReport.Bucket(2_000, 0),
                        new ReplayReport.Bucket(5_000, 0),
                        new ReplayReport.Bucket(10_000, 1));
    }

    @Property
    void everyValueIsInOneBucket(@ForAll @Size(max = 200) List<@LongRange(max = 100_000_000) Long> values) {
        Histogram histogram = new Histogram(3);
        values.forEach(histogram::recordValue);

        assertThat(Buckets.of(histogram).stream()
                        .mapToLong(ReplayReport.Bucket::count)
                        .sum())
                .isEqualTo(values.size());
    }
}
