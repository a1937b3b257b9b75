package dev.imagestore.tck.repro;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Makes a failure short: what is not needed for it is left out. */
public final class Shrinker {

    private Shrinker() {}

    /**
     * Leaves out ever smaller runs of elements, down to single ones, until nothing more can be left out (delta debugging).
     *
     * @param failing fails as it is
     * @param fails whether those elements still fail
     * @param enough whether to be content with what there is
     */
    public static <T> List<T> shortest(List<T> failing, Predicate<List<T>> fails, BooleanSupplier enough) {
        List<T> shortest = List.copyOf(failing);
        int size = Math.max(1, shortest.size() / 2);
        while (true) {
            int before = shortest.size();
            for (int from = shortest.size() - size; from > -size && !enough.getAsBoolean(); from -= size) {
                List<T> fewer = without(shortest, Math.max(0, from), Math.min(shortest.size(), from + size));
                if (fails.test(fewer)) {
                    shortest = fewer;
                }
            }
            boolean done = size == 1 && shortest.size() == before;
            if (done || shortest.isEmpty() || enough.getAsBoolean()) {
                return shortest;
            }
            size = Math.max(1, size / 2);
        }
    }

    private static <T> List<T> without(List<T> all, int from, int to) {
        List<T> left = new ArrayList<>(all.subList(0, from));
        left.addAll(all.subList(to, all.size()));
        return List.copyOf(left);
    }
}
