package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.Expectation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target did not do what a check expects of it. */
final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final @Nullable String about; // an Optional is not serializable, and a throwable is
    private final String expected;
    private final String observed;
    private transient @Nullable Expectation proof; // for a look of one's own, not for the wire

    CheckFailed(String expected, String observed) {
        this(Optional.empty(), expected, observed);
    }

    /** @param about the requirement that the check is a witness of, if it is not that of the case */
    CheckFailed(Optional<String> about, String expected, String observed) {
        super("expected " + expected + ", observed " + observed);
        this.about = about.orElse(null);
        this.expected = expected;
        this.observed = observed;
    }

    static CheckFailed about(String requirement, String expected, String observed) {
        return new CheckFailed(Optional.of(requirement), expected, observed);
    }

    /** The same failure, with what was to be seen as data. */
    CheckFailed provenBy(Expectation expectation) {
        proof = expectation;
        return this;
    }

    Optional<Expectation> proof() {
        return Optional.ofNullable(proof);
    }

    /** The same, and what else is to be known of the moment. */
    CheckFailed with(String circumstances) {
        CheckFailed same = new CheckFailed(about(), expected, observed + "; " + circumstances);
        same.proof = proof;
        return same;
    }

    Optional<String> about() {
        return Optional.ofNullable(about);
    }

    String expected() {
        return expected;
    }

    String observed() {
        return observed;
    }
}
