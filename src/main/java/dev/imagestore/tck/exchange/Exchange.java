package dev.imagestore.tck.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request and what became of it.
 *
 * @param number unique within the client that made it
 * @param caseId the conformance case it belongs to, empty when none
 * @param connection unique within the client; a connection that could not be made has a number too
 * @param answer present once the head of a final answer was received, whatever the ending
 * @param problem in words, when it did not end well
 * @param sentAfter from the start to the last octet written, in whole microseconds; zero when none was
 * @param endedAfter from the start to the end, in whole microseconds
 * @param interim answers before the final one, in their order
 */
public record Exchange(
        long number,
        String caseId,
        long connection,
        Instant started,
        SentRequest request,
        Optional<Answer> answer,
        Ending ending,
        Optional<String> problem,
        Duration sentAfter,
        Duration endedAfter,
        List<Interim> interim) {

    public Exchange {
        sentAfter = sentAfter.truncatedTo(ChronoUnit.MICROS);
        endedAfter = endedAfter.truncatedTo(ChronoUnit.MICROS);
        interim = List.copyOf(interim);
    }

    /** One without interim answers. */
    public Exchange(
            long number,
            String caseId,
            long connection,
            Instant started,
            SentRequest request,
            Optional<Answer> answer,
            Ending ending,
            Optional<String> problem,
            Duration sentAfter,
            Duration endedAfter) {
        this(number, caseId, connection, started, request, answer, ending, problem, sentAfter, endedAfter, List.of());
    }

    public Instant ended() {
        return started.plus(endedAfter);
    }

    /** Whether a whole answer was received. */
    public boolean answered() {
        return ending == Ending.COMPLETE;
    }

    /** The status of the answer, also of one that broke off in its body. */
    public OptionalInt status() {
        return answer.map(head -> OptionalInt.of(head.status())).orElseGet(OptionalInt::empty);
    }
}
