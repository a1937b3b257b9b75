package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What came of one requirement.
 *
 * @param explainedBy another failed requirement, itself unexplained, that accounts for this failure
 * @param cases its cases in the order of the features
 */
public record RequirementResult(
        Requirement requirement, Outcome outcome, Optional<String> explainedBy, List<CaseResult> cases) {

    public RequirementResult {
        cases = List.copyOf(cases);
    }

    public String id() {
        return requirement.id();
    }

    /** A MUST that the target broke and that no list announced. */
    boolean breaksConformance() {
        return cases.stream().anyMatch(c -> c.outcome() == Outcome.FAILED && !c.known());
    }

    /** A SHOULD that the target did not follow and that no list announced. */
    boolean departsFromAdvice() {
        return cases.stream().anyMatch(c -> c.outcome() == Outcome.WARNED && !c.known());
    }
}
