package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What was judged.
 *
 * @param url its base URL
 * @param operations those that it claims
 * @param profile what it was held against
 * @param standing how each operation of the API stands with it; empty when nothing could be sent to it
 */
public record Target(String url, List<String> operations, String profile, List<OperationStanding> standing) {

    public Target {
        operations = List.copyOf(operations);
        standing = List.copyOf(standing);
    }

    /** A target of which nothing is known but what was said. */
    public Target(String url, List<String> operations, String profile) {
        this(url, operations, profile, List.of());
    }

    /** How that operation stands, if anything is known of it. */
    public Optional<OperationStanding> standing(String operation) {
        return standing.stream().filter(s -> s.operation().equals(operation)).findFirst();
    }

    /** Whether there is anything to say of its operations: not all are claimed, or one is not as claimed. */
    public boolean isSpecial() {
        return standing.stream().anyMatch(s -> !s.claimed() || s.contradictory());
    }
}
