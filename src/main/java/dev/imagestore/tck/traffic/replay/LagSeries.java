package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Lag over time in slots of equal length. When there would be too many, each two neighbours become one, so that a replay of
 * any length takes the same room.
 */
final class LagSeries {

    static final int MOST = 240;
    private static final long FIRST_MICROS = 10_000;

    private final long[] counts = new long[MOST];
    private final long[] sums = new long[MOST];
    private final long[] most = new long[MOST];
    private long slotMicros = FIRST_MICROS;

    /** @param atMicros since the replay began; what is before counts as its beginning */
    void add(long atMicros, long lagMicros) {
        long at = Math.max(0, atMicros);
        while (at / slotMicros >= MOST) {
            halve();
        }
        int slot = (int) (at / slotMicros);
        counts[slot]++;
        sums[slot] += lagMicros;
        most[slot] = Math.max(most[slot], lagMicros);
    }

    private void halve() {
        for (int slot = 0; slot < MOST; slot++) {
            boolean pair = slot < MOST / 2;
            counts[slot] = pair ? counts[2 * slot] + counts[2 * slot + 1] : 0;
            sums[slot] = pair ? sums[2 * slot] + sums[2 * slot + 1] : 0;
            most[slot] = pair ? Math.max(most[2 * slot], most[2 * slot + 1]) : 0;
        }
        slotMicros *= 2;
    }

    List<ReplayReport.LagSlot> slots() {
        List<ReplayReport.LagSlot> slots = new ArrayList<>();
        for (int slot = 0; slot < MOST; slot++) {
            if (counts[slot] > 0) {
                slots.add(new ReplayReport.LagSlot(
                        slot * slotMicros / 1e6, counts[slot], sums[slot] / counts[slot], most[slot]));
            }
        }
        return slots;
    }
}
