package dev.imagestore.tck.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.exchange.SentRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exchanges of which only the answer and the ending have to be said. */
public final class Exchanges {

    private static final String CASE = "CR-07/a-case";

    private Exchanges() {}

    public static Exchange answered(int status, String body, Header... headers) {
        return ended(CASE, Ending.COMPLETE, Optional.of(answer(status, body, headers)));
    }

    public static Exchange answered(String caseId, int status, String body) {
        return ended(caseId, Ending.COMPLETE, Optional.of(answer(status, body)));
    }

    public static Exchange brokenOff(Ending ending, int status, String body) {
        return ended(CASE, ending, Optional.of(answer(status, body)));
    }

    /** Over after that time, of which the answer took all. */
    public static Exchange took(Duration time, Ending ending) {
        return ended(CASE, ending, ending == Ending.COMPLETE ? Optional.of(answer(200, "")) : Optional.empty(), time);
    }

    public static Exchange unanswered(Ending ending) {
        return ended(CASE, ending, Optional.empty());
    }

    private static Answer answer(int status, String body, Header... headers) {
        byte[] octets = body.getBytes(UTF_8);
        return new Answer(status, "", List.of(headers), BodyDigest.of(octets), octets);
    }

    private static Exchange ended(String caseId, Ending ending, Optional<Answer> answer) {
        return ended(caseId, ending, answer, Duration.ZERO);
    }

    private static Exchange ended(String caseId, Ending ending, Optional<Answer> answer, Duration time) {
        return new Exchange(
                7,
                caseId,
                7,
                Instant.EPOCH,
                new SentRequest("GET", "/", List.of(), -1, BodyDigest.EMPTY, true),
                answer,
                ending,
                Optional.empty(),
                Duration.ZERO,
                time);
    }
}
