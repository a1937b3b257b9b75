package dev.imagestore.tck.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is different from an earlier run, case by case.
 *
 * @param baseline which run that was, in words
 * @param fixed failed then and does not now
 * @param broken fails now and did not then
 * @param added were not there then
 * @param removed are not there now
 */
public record Changes(
        String baseline, List<String> fixed, List<String> broken, List<String> added, List<String> removed) {

    public Changes {
        fixed = List.copyOf(fixed);
        broken = List.copyOf(broken);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** From the outcomes by case id then to those now. A case of one side only is neither fixed nor broken. */
    public static Changes between(String baseline, Map<String, Outcome> then, Map<String, Outcome> now) {
        List<String> fixed = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            Outcome before = then.get(id);
            Outcome after = now.get(id);
            if (before == null) {
                added.add(id);
            } else if (after == null) {
                removed.add(id);
            } else if (before == Outcome.FAILED && (after == Outcome.PASSED || after == Outcome.WARNED)) {
                fixed.add(id);
            } else if (before != Outcome.FAILED && after == Outcome.FAILED) {
                broken.add(id);
            }
        }
        return new Changes(baseline, fixed, broken, added, removed);
    }
}
