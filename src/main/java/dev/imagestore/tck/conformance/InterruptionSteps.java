package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Connections that are lost in the middle of a chunk. */
public final class InterruptionSteps {

    private static final int LOOKS = 5;
    private static final Duration BETWEEN = Duration.ofMillis(40);
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Conversation conversation;
    private final Expectations expect;

    public InterruptionSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("^the connection is lost (before the first byte|after the first byte|in the middle|before the last byte)"
            + " of the chunk (\\d+-\\d+)$")
    public void lose(String where, String chunk) {
        Upload upload = conversation.current();
        ByteRange range = ByteRange.parse(chunk);
        Attempt attempt = conversation.send(upload, upload.chunk(range).cutAfter(octets(where, range.length())));
        if (attempt.accepted()) {
            throw cutAccepted(attempt);
        }
    }

    /** What arrives is well-formed as far as it goes, but for the last-chunk that would end it. */
    @When("^the connection is lost (in the middle|before the last-chunk) of the chunk (\\d+-\\d+) in chunked coding$")
    public void loseCoded(String where, String chunk) {
        Upload upload = conversation.current();
        ByteRange range = ByteRange.parse(chunk);
        long octets = where.equals("in the middle") ? range.length() / 2 : range.length();
        RequestBody coded = ChunkedCoding.of(upload.content().body(range.first(), octets));
        Attempt attempt = conversation.send(
                upload,
                upload.chunk()
                        .range(range, upload.length())
                        .header("Transfer-Encoding", "chunked")
                        .body(coded)
                        .cutAfter(coded.length() - ChunkedCoding.LAST_CHUNK.length()));
        if (attempt.accepted()) {
            throw cutAccepted(attempt);
        }
    }

    /** Looks several times, since a server may notice the loss a little later than the client. */
    @Then("no byte of {ranges} is recorded")
    public void nothingRecorded(Ranges ranges) {
        Upload upload = conversation.current();
        for (int look = 0; look < LOOKS; look++) {
            SessionReading reading = conversation.session(upload);
            RangeSet missing = reading.session().map(s -> s.missing()).orElse(RangeSet.whole(upload.length()));
            expect.reads(
                    upload,
                    reading,
                    Optional.of(new Expectation.Unrecorded(upload.sessionId(), ranges.set())),
                    reading.state() != SessionReading.State.UNREADABLE && missing.containsAll(ranges.set()),
                    "all of %s still expected".formatted(ranges.set()));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /** A server may be busy with the lost request for a moment, so a refusal is a reason to ask again. */
    @When("the client resumes with what is still expected")
    public void resume() {
        Upload upload = conversation.current();
        Instant deadline = Instant.now().plus(conversation.run().settings().patience());
        RangeSet expected = expect.stillExpected(upload);
        while (!expected.isEmpty()) {
            ByteRange next = expected.ranges().get(0);
            Attempt attempt = conversation.upload(upload, next);
            if (attempt.refused() && Instant.now().isBefore(deadline)) {
                LockSupport.parkNanos(AGAIN.toNanos());
                expected = expect.stillExpected(upload);
            } else {
                expect.acceptedAsExpected(attempt);
                expected = expected.minus(RangeSet.of(next));
            }
        }
    }

    private static CheckFailed cutAccepted(Attempt attempt) {
        return new CheckFailed("no success for a chunk whose body was cut", attempt.observed())
                .provenBy(new Expectation.Answered(attempt.exchange().number(), Expectation.Answer.NOT_ACCEPTED));
    }

    private static long octets(String where, long length) {
        return switch (where) {
            case "before the first byte" -> 0;
            case "after the first byte" -> 1;
            case "in the middle" -> length / 2;
            default -> length - 1;
        };
    }
}
