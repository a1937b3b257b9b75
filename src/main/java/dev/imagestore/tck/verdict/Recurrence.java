package dev.imagestore.tck.verdict;

/**
 * How a failure came again when its case was run again, alone and with fresh names.
 *
 * @param failed how often the case failed, the first time included
 * @param runs how often it was run and judged
 */
public record Recurrence(int failed, int runs) {

    public Recurrence {
        if (failed < 1 || runs < failed) {
            throw new IllegalArgumentException(failed + " failures in " + runs + " runs");
        }
    }

    /** {@code deterministic}, or {@code intermittent 1 of 4}. */
    @Override
    public String toString() {
        return failed == runs ? "deterministic" : "intermittent %d of %d".formatted(failed, runs);
    }
}
