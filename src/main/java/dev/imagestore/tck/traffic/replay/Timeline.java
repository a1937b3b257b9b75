package dev.imagestore.tck.traffic.replay;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.RecordingReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exchanges of a recording in the order of their starts. Where each line is takes some thirty bytes of memory; the
 * lines are read when they are due.
 */
final class Timeline {

    /** Times in microseconds since the first exchange. */
    record Place(long startMicros, long endMicros, long offset) {}

    private final List<Place> places;
    private final int peak;
    private final long standIns;

    private final boolean torn;
    private final long durationMicros;

    private Timeline(List<Place> places, int peak, long standIns, boolean torn) {
        this.places = places;
        this.peak = peak;
        this.standIns = standIns;
        this.torn = torn;
        this.durationMicros = places.stream().mapToLong(Place::endMicros).max().orElse(0);
    }

    static Timeline of(RecordingReader reader) {
        List<Place> places = new ArrayList<>();
        long standIns = 0;
        Instant zero = Instant.EPOCH;
        for (Optional<RecordingReader.Recorded> next = reader.next(); next.isPresent(); next = reader.next()) {
            Exchange exchange = next.get().exchange();
            places.add(new Place(
                    ChronoUnit.MICROS.between(zero, exchange.started()),
                    ChronoUnit.MICROS.between(zero, exchange.ended()),
                    next.get().offset()));
            standIns += exchange.request().standIn() ? 1 : 0;
        }
        places.sort(Comparator.comparingLong(Place::startMicros).thenComparingLong(Place::offset));
        if (!places.isEmpty()) {
            long first = places.get(0).startMicros();
            places.replaceAll(p -> new Place(p.startMicros() - first, p.endMicros() - first, p.offset()));
        }
        return new Timeline(places, peak(places), standIns, reader.torn() > 0);
    }

    private static int peak(List<Place> places) {
        long[] ends = places.stream().mapToLong(Place::endMicros).sorted().toArray();
        int ended = 0;
        int peak = 0;
        for (int begun = 0; begun < places.size(); begun++) {
            while (ends[ended] <= places.get(begun).startMicros()) {
                ended++;
            }
            peak = Math.max(peak, begun + 1 - ended);
        }
        return peak;
    }

    int size() {
        return places.size();
    }

    Place get(int index) {
        return places.get(index);
    }

    /** How long the recording lasted. */
    long durationMicros() {
        return durationMicros;
    }

    /** How many exchanges overlapped at most. */
    int peakConcurrency() {
        return peak;
    }

    /** How many bodies only have the right length. */
    long standIns() {
        return standIns;
    }

    /** Whether the last line was not whole. */
    boolean torn() {
        return torn;
    }
}
