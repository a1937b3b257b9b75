package dev.imagestore.tck.verdict;

/**
 * Which suite judged.
 *
 * @param commit the commit it was built from, or {@code unknown}
 * @param featuresSha256 digest over all feature files, so that a change of the suite is told from one of the target
 */
public record Suite(String version, String commit, String featuresSha256) {}
