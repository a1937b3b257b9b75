package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.verdict.CaseResult;

/**
 * A sequence that a target fails, at its shortest.
 *
 * @param result as that of a case
 * @param scenario the steps in Gherkin, without the Rule around them
 */
public record Finding(CaseResult result, String scenario) {}
