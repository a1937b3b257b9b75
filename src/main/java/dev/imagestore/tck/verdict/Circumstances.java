package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What the judge has to know beside the outcomes of the cases.
 *
 * @param catalogued number of requirements in the whole catalogue
 * @param lost why the target was given up on during the run, if it was
 * @param vacuous why nothing that passed can count, if so: the target answered everything alike, or was sent nothing
 * @param strict whether a SHOULD that was not followed makes the run non-conformant
 * @param requireObserved whether a MUST that was not observed makes the run inconclusive
 * @param claimed the operations that the target claims; empty if these are all
 * @param announcements failures that were announced beforehand
 */
public record Circumstances(
        String profile,
        int catalogued,
        ContentObserved observed,
        Optional<String> lost,
        Optional<String> vacuous,
        boolean strict,
        boolean requireObserved,
        List<String> claimed,
        Announcements announcements) {

    public Circumstances {
        claimed = List.copyOf(claimed);
    }

    /** Every operation is claimed, and nothing was announced. */
    public Circumstances(
            String profile,
            int catalogued,
            ContentObserved observed,
            Optional<String> lost,
            Optional<String> vacuous,
            boolean strict,
            boolean requireObserved) {
        this(profile, catalogued, observed, lost, vacuous, strict, requireObserved, List.of(), Announcements.NONE);
    }
}
