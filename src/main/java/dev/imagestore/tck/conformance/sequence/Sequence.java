package dev.imagestore.tck.conformance.sequence;

import java.util.List;

/**
 * Requests, one after the other.
 *
 * @param seed of the run that drew it
 * @param number among those of the seed
 * @param lengths of its files, in bytes; all different, so that a length tells a file
 */
record Sequence(long seed, int number, List<Integer> lengths, List<Step> steps) {

    /** How many sessions, and how many paths, a sequence has at most. */
    static final int SESSIONS = 4;

    static final int PATHS = 3;

    Sequence {
        lengths = List.copyOf(lengths);
        steps = List.copyOf(steps);
    }

    /** Of the same files. */
    Sequence with(List<Step> others) {
        return new Sequence(seed, number, lengths, others);
    }
}
