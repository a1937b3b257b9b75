package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.verdict.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All differences of a replay: the first ones are kept, the others counted. */
public final class Differences {

    private static final int KEPT = 1000;

    private final Ignoring ignoring;
    private final List<Difference> kept = new ArrayList<>();
    private final Map<String, Long> byRequirement = new TreeMap<>();
    private long count;

    public Differences(Ignoring ignoring) {
        this.ignoring = ignoring;
    }

    public void add(Difference difference) {
        if (ignoring.hides(difference)) {
            return;
        }
        count++;
        byRequirement.merge(difference.requirement(), 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(difference);
        }
    }

    public List<Difference> kept() {
        return List.copyOf(kept);
    }

    public long count() {
        return count;
    }

    public Map<String, Long> byRequirement() {
        return Map.copyOf(byRequirement);
    }
}
