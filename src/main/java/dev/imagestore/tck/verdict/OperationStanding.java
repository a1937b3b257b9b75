package dev.imagestore.tck.verdict;

/**
 * How an operation of the API stands with a target.
 *
 * @param claimed whether the target was said to have it
 * @param probed what a harmless request said beforehand: {@code answered}, {@code absent} or {@code unclear}
 * @param tested number of cases that called it and came to a judgement
 */
public record OperationStanding(String operation, boolean claimed, String probed, long tested) {

    /** Whether the claim and the answer contradict each other. */
    public boolean contradictory() {
        return claimed ? probed.equals("absent") : probed.equals("answered");
    }
}
