package dev.imagestore.tck.verdict;

import java.time.Instant;

/**
 * The circumstances of a run.
 *
 * @param id fresh for each run; everything that the run stores lies below {@code tck-<id>/}
 * @param seed governs data, cuts and order
 * @param shard the part of the cases that it took on, such as {@code 2/3}; {@code 1/1} for all
 * @param complete whether every selected case came to an outcome
 */
public record Run(String id, long seed, String shard, Instant started, Instant finished, boolean complete) {}
