package dev.imagestore.tck.repro;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run has to show beside its results.
 *
 * @param cases of those that failed
 * @param uses by the word of the operation, such as {@code upload-chunk}
 */
public record RunEvidence(List<Evidence> cases, Map<String, Use> uses) {

    public static final RunEvidence NONE = new RunEvidence(List.of(), Map.of());

    public RunEvidence {
        cases = List.copyOf(cases);
        uses = new TreeMap<>(uses);
    }

    /** How often an operation was asked for, and how often with success. */
    public record Use(long requests, long successes) {

        public Use plus(boolean success) {
            return new Use(requests + 1, successes + (success ? 1 : 0));
        }
    }

    public Optional<Evidence> of(String caseId) {
        return cases.stream().filter(e -> e.caseId().equals(caseId)).findFirst();
    }
}
