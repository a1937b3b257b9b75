package dev.imagestore.tck.repro;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.Expectation;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to show a failed case again.
 *
 * @param caseId such as {@code CR-07/last-equals-length}
 * @param requirement the sentence that was broken, with its id
 * @param expected in words
 * @param observed in words
 * @param proof what was expected, as data; without it the script shows the answers and decides nothing
 * @param scenario the case in Gherkin
 * @param exchanges those of the case
 */
public record Reproduction(
        String caseId,
        String requirement,
        String expected,
        String observed,
        Optional<Expectation> proof,
        String scenario,
        List<Exchange> exchanges) {

    public Reproduction {
        exchanges = List.copyOf(exchanges);
    }

    /** The name of its folder, such as {@code CR-07--last-equals-length}. */
    public static String folder(String caseId) {
        return caseId.replace("/", "--");
    }
}
