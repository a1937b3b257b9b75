package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.Outcome;

/** The case cannot be decided, through no fault of the target that the case could name. */
final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private Undecided(Outcome outcome, String reason) {
        super(reason);
        this.outcome = outcome;
    }

    /** The precondition of the case could not be established. */
    static Undecided inconclusive(String reason) {
        return new Undecided(Outcome.INCONCLUSIVE, reason);
    }

    /** Something that the case needs is not at hand. */
    static Undecided untested(String reason) {
        return new Undecided(Outcome.UNTESTED, reason);
    }

    Outcome outcome() {
        return outcome;
    }
}
