package dev.imagestore.tck.verdict;

import java.time.Instant;

/**
 * The circumstances of a run.
 *
 * @param id fresh for each run; everything that the run stores lies below {@code tck-<id>/}
 * @param seed governs data, cuts and order
 * @param complete whether every selected case came to an outcome
 */
public record Run(String id, long seed, Instant started, Instant finished, boolean complete) {}
