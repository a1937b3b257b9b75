package dev.imagestore.tck.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * What was observed of a case, and of a requirement as the worst of its cases. Declared from worst to best, so that the
 * natural order is the order of gravity.
 */
public enum Outcome {
    /** The suite itself, or an instrument that it was given, went wrong. */
    ERROR,
    /** A MUST was broken. */
    FAILED,
    /** The precondition of the case could not be established. */
    INCONCLUSIVE,
    /** A SHOULD was not followed. */
    WARNED,
    /** Not decided for want of an oracle, a clock or room; the reason is given. */
    UNTESTED,
    /** Observed, and as required. */
    PASSED,
    /** Not claimed by the target, or asserted by another profile only. */
    INAPPLICABLE;

    /** The worst of the outcomes; {@link #INAPPLICABLE} when there are none. */
    public static Outcome worst(Collection<Outcome> outcomes) {
        return outcomes.stream().min(Comparator.naturalOrder()).orElse(INAPPLICABLE);
    }

    /** Whether the case was decided by what the target did. */
    public boolean judged() {
        return this == FAILED || this == WARNED || this == PASSED;
    }

    /** The word that reports use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
