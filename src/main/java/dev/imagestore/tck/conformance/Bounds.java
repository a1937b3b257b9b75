package dev.imagestore.tck.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run may ask of the target's storage.
 *
 * @param bytes the most bytes that all its cases together may store
 * @param declared the greatest file length that a case may declare
 */
public record Bounds(long bytes, long declared) {

    /** As much as the cases need. */
    public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Why the cases that are beyond a bound cannot be run, by their ids. Small cases go first, so that most are run. */
    Map<String, String> beyond(List<Case> cases) {
        Map<String, String> reasons = new HashMap<>();
        List<Case> smallFirst = new ArrayList<>(cases);
        smallFirst.sort(Comparator.comparingLong(Case::stores));
        long left = bytes;
        for (Case each : smallFirst) {
            if (each.declares() > declared) {
                reasons.put(each.id(), "a declared length beyond --max-declared, " + Sizes.format(declared));
            } else if (each.stores() > left) {
                reasons.put(each.id(), "no room within --max-bytes, " + Sizes.format(bytes));
            } else {
                left -= each.stores();
            }
        }
        return reasons;
    }
}
