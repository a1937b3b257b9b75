package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.Talk;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Connections that are lost in the middle of a chunk or a file. */
public final class InterruptionSteps {

    private static final String WHERE =
            "(before the first byte|after the first byte|in the middle|before the last byte)";
    private static final Duration BETWEEN = Duration.ofMillis(160);

    private final Conversation conversation;
    private final Expectations expect;
    private final Resuming resuming;

    public InterruptionSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.resuming = new Resuming(conversation);
    }

    @When("^the connection is lost " + WHERE + " of the chunk (\\d+-\\d+)$")
    public void lose(String where, String chunk) {
        Upload upload = conversation.current();
        ByteRange range = ByteRange.parse(chunk);
        Attempt attempt = conversation.send(upload, upload.chunk(range).cutAfter(octets(where, range.length())));
        if (attempt.accepted()) {
            throw cutAccepted(attempt);
        }
    }

    @When("^the connection is lost " + WHERE + " of a plain upload of (\\d+) bytes there$")
    public void loseFile(String where, long length) {
        Upload upload = conversation.begin(conversation.current().path(), conversation.freshContent(length));
        Call call = Call.uploadFile(upload.path())
                .body(upload.content().body(0, length))
                .cutAfter(octets(where, length));
        Attempt attempt = conversation.sendClaimed(upload, call);
        if (attempt.accepted()) {
            throw new CheckFailed("no success for a file whose body was cut", attempt.observed());
        }
    }

    @Then("nothing comes to be stored at its path")
    public void nothingStored() {
        String path = conversation.current().path();
        look(() -> expect.absent(path));
    }

    @Then("the file stored before stays as it is")
    public void stays() {
        Upload old = conversation.uploads().get(0);
        look(() -> expect.storedIs(old, old.content()));
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

    /** The answer has no way back, so its sender cannot know what came of the chunk. */
    @When("the answer to the chunk {ranges} is lost")
    public void loseAnswer(Ranges ranges) {
        Upload upload = conversation.current();
        ByteRange range = ranges.only();
        conversation.send(upload, upload.chunk(range).cutAfter(range.length()));
    }

    /** The one that is lost comes first and goes last. */
    @When("the chunk {ranges} is on its way twice, and one of the connections is lost in the middle")
    public void loseOneOfTwo(Ranges ranges) {
        Upload upload = conversation.current();
        ByteRange range = ranges.only();
        long half = range.length() / 2;
        Call whole = upload.chunk(range);
        Call cut = whole.cutAfter(half);
        try (Talk lost = conversation.talk();
                Talk kept = conversation.talk()) {
            lost.settled().join();
            kept.settled().join();
            Talk.Waiting first = lost.hold(cut);
            first.body().release(half - 1);
            Talk.Waiting second = kept.hold(whole);
            second.body().release();
            Race.soon(second.done());
            first.body().release();
            conversation.note(upload, cut, first.done().join());
            conversation.landed(upload, range, second.done().join());
        }
    }

    @Then("no byte of {ranges} is recorded")
    public void nothingRecorded(Ranges ranges) {
        Upload upload = conversation.current();
        look(() -> {
            SessionReading reading = conversation.session(upload);
            RangeSet missing = reading.session().map(s -> s.missing()).orElse(RangeSet.whole(upload.length()));
            expect.reads(
                    upload,
                    reading,
                    Optional.of(new Expectation.Unrecorded(upload.sessionId(), ranges.set())),
                    reading.state() != SessionReading.State.UNREADABLE && missing.containsAll(ranges.set()),
                    "all of %s still expected".formatted(ranges.set()));
        });
    }

    /** At once, and again since a server may notice the loss a little later than the client. */
    private static void look(Runnable check) {
        check.run();
        LockSupport.parkNanos(BETWEEN.toNanos());
        check.run();
    }

    @When("the client resumes with what is still expected")
    public void resume() {
        resuming.resume(conversation.current());
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
