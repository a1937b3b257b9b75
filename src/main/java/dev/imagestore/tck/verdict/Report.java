package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a writer of reports needs to know of a run.
 *
 * @param circumstances what the verdict took into account beside the outcomes of the cases
 * @param requirements in the order of the features
 * @param catalogued number of requirements in the whole catalogue, the untestable ones included
 * @param changes since a baseline, if one was given
 * @param leftBehind what the run stored and could not remove
 */
public record Report(
        Suite suite,
        Run run,
        Target target,
        Verdict verdict,
        Circumstances circumstances,
        List<RequirementResult> requirements,
        int catalogued,
        Optional<Changes> changes,
        List<String> leftBehind) {

    public Report {
        requirements = List.copyOf(requirements);
        leftBehind = List.copyOf(leftBehind);
    }

    /** A report of a run without a baseline. */
    public Report(
            Suite suite,
            Run run,
            Target target,
            Verdict verdict,
            Circumstances circumstances,
            List<RequirementResult> requirements,
            int catalogued,
            List<String> leftBehind) {
        this(suite, run, target, verdict, circumstances, requirements, catalogued, Optional.empty(), leftBehind);
    }

    public List<CaseResult> cases() {
        return requirements.stream().flatMap(r -> r.cases().stream()).toList();
    }
}
