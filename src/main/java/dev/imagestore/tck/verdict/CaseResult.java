package dev.imagestore.tck.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one case.
 *
 * @param id such as {@code CR-07/last-equals-length}
 * @param requirement the requirement that the case belongs to
 * @param about other requirements that the failed check is a witness of, nearest first
 * @param known whether the outcome was announced beforehand in a list of known failures
 * @param reason why, for an outcome that is neither {@link Outcome#PASSED} nor said by expected and observed
 * @param exchanges numbers of the case's exchanges in the recording
 */
public record CaseResult(
        String id,
        String requirement,
        Outcome outcome,
        List<String> about,
        boolean known,
        Optional<String> reason,
        Optional<String> expected,
        Optional<String> observed,
        List<Long> exchanges,
        Duration duration) {

    public CaseResult {
        about = List.copyOf(about);
        exchanges = List.copyOf(exchanges);
    }
}
