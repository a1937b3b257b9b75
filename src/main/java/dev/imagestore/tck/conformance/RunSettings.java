package dev.imagestore.tck.conformance;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a run is to go.
 *
 * @param id fresh for each run
 * @param seed governs data, cuts and order
 * @param run globs of the ids of cases or requirements to run; empty for all
 * @param skip globs of those to leave out
 * @param sequences how many random sequences to try; empty for a few, where nothing else has failed
 * @param patience how long a state may take to come about
 * @param bounds what it may ask of the target's storage
 * @param keep whether what it stores is to stay
 * @param shard the part of the cases that it takes on
 */
public record RunSettings(
        Profile profile,
        String id,
        long seed,
        List<String> run,
        List<String> skip,
        int parallel,
        boolean failFast,
        boolean caseHeader,
        OptionalInt sequences,
        Duration patience,
        Bounds bounds,
        boolean keep,
        Shard shard) {

    public RunSettings {
        run = List.copyOf(run);
        skip = List.copyOf(skip);
    }

    /** The folder below which everything is stored. */
    public String folder() {
        return "tck-" + id;
    }
}
