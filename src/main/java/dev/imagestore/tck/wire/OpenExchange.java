package dev.imagestore.tck.wire;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.BodyDigest;
import dev.imagestore.tck.exchange.Ending;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import dev.imagestore.tck.exchange.SentRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An exchange that has a number but no ending yet. It ends once: redacted, recorded, then handed over. */
final class OpenExchange {

    private final long number;
    private final long connection;
    private final String caseId;
    private final RequestHead head;
    private final Redactor redactor;
    private final Recording recording;
    private final CompletableFuture<Exchange> done = new CompletableFuture<>();
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();

    OpenExchange(
            long number, long connection, String caseId, RequestHead head, Redactor redactor, Recording recording) {
        this.number = number;
        this.connection = connection;
        this.caseId = caseId;
        this.head = head;
        this.redactor = redactor;
        this.recording = recording;
    }

    CompletableFuture<Exchange> done() {
        return done;
    }

    long startNanos() {
        return startNanos;
    }

    /** One that was given up meanwhile is not recorded. */
    void end(
            BodyDigest body,
            boolean whole,
            long lastSentNanos,
            AnswerCollector answer,
            Ending ending,
            Optional<String> problem) {
        if (done.isDone()) {
            return;
        }
        try {
            Optional<Answer> received = answer.settle(redactor);
            Exchange exchange = new Exchange(
                    number,
                    caseId,
                    connection,
                    started,
                    request(body, whole),
                    received,
                    ending,
                    problem.map(redactor::redact),
                    Duration.ofNanos(lastSentNanos - startNanos),
                    Duration.ofNanos(System.nanoTime() - startNanos),
                    answer.interim(redactor));
            recording.add(exchange);
            done.complete(exchange);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private SentRequest request(BodyDigest body, boolean whole) {
        return new SentRequest(
                redactor.redact(head.method()),
                redactor.redact(head.target()),
                redactor.redact(head.headers()),
                head.declaredLength(),
                body,
                whole);
    }
}
