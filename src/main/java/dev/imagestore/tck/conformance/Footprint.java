package dev.imagestore.tck.conformance;

import java.util.List;

/**
 * What a run is going to do to the target's storage, at most.
 *
 * @param folder where everything is stored
 * @param bytes the most bytes that are sent
 * @param declared the greatest file length that is declared
 */
public record Footprint(String folder, long bytes, long declared) {

    static Footprint of(RunSettings settings, List<Case> cases) {
        long bytes = cases.stream().mapToLong(Case::stores).sum();
        long declared = cases.stream().mapToLong(Case::declares).max().orElse(0);
        return new Footprint(settings.folder(), bytes, declared);
    }

    /** With so many bytes more. */
    Footprint plus(long more) {
        return new Footprint(folder, bytes + more, declared);
    }

    /** The line that a host reads before anything is written. */
    @Override
    public String toString() {
        return "writes below %s/, at most %s; the largest declared length is %s"
                .formatted(folder, Sizes.format(bytes), Sizes.format(declared));
    }
}
