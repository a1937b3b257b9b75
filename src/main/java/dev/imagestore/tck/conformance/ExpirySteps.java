package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.SessionReading.State;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Half an hour later. A session is there for 29 minutes and gone after 60; in between a target may do either. */
public final class ExpirySteps {

    private static final int ALIVE = 29;
    private static final int GONE = 60;
    private static final String DUPLICATE = "sends the same chunk again";
    private static final String OVERLAP = "sends a chunk over received bytes";
    private static final Set<String> MEETING = Set.of(DUPLICATE, OVERLAP); // received bytes, so it may be accepted
    private static final String ELSEWHERE = "opens another session at its path";
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final Conversation conversation;
    private final Expectations expect;
    private boolean excused;

    public ExpirySteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("{int} minutes have passed")
    public void pass(int minutes) {
        conversation
                .subject()
                .clock()
                .orElseThrow(() -> Undecided.untested("no clock"))
                .advance(Duration.ofMinutes(minutes));
    }

    @Given("the session has expired")
    public void expired() {
        expire(conversation.current());
    }

    /** So the older one has, too, without a request that could have made a target look at it. */
    @Given("a session that was opened after it has expired")
    public void laterOneExpired() {
        Upload upload = conversation.current();
        Upload later = new Upload(UUID.randomUUID().toString(), conversation.freshPath("later.bin"), upload.content());
        expect.established(conversation.upload(later, new ByteRange(0, 49)));
        expire(later);
    }

    private void expire(Upload upload) {
        pass(GONE);
        if (whenGone(upload).state() != State.UNKNOWN) {
            throw Undecided.inconclusive("a precondition failed: the session has not expired");
        }
    }

    /** The bytes behind those that it holds, one after the other. */
    @Given("one more byte has been uploaded every 29 minutes, {int} times")
    public void keepUploading(int times) {
        Upload upload = conversation.current();
        long first = upload.missing().ranges().get(0).first();
        for (long position = first; position < first + times; position++) {
            pass(ALIVE);
            expect.established(conversation.upload(upload, new ByteRange(position, position)));
        }
    }

    /** Three times, for a life that was prolonged once may yet have ended after an hour. */
    @When("^the client (.+) every 29 minutes, three times$")
    public void keepDoing(String what) {
        for (int round = 1; round <= 3; round++) {
            pass(ALIVE);
            Attempt attempt = attempt(what);
            boolean mayProlong = (round > 1 || MEETING.contains(what)) && !what.equals(ELSEWHERE);
            excused |= attempt.of(Operation.UPLOAD_CHUNK) && attempt.accepted() && mayProlong;
        }
    }

    /** A chunk that is accepted has found its session, and prolonged its life, or has found none and opened it anew. */
    @Then("the session is gone, unless a chunk was accepted")
    public void goneUnlessAccepted() {
        conversation.log().checked();
        if (!excused) {
            gone();
        }
    }

    @Then("the session is gone")
    public void gone() {
        Upload upload = conversation.current();
        SessionReading last = whenGone(upload);
        expect.reads(
                upload,
                last,
                Optional.empty(),
                last.state() == State.UNKNOWN,
                "no session, an hour after its last chunk");
    }

    /** The reading that shows no session, or the last one when it is still there after the patience of the run. */
    private SessionReading whenGone(Upload upload) {
        Instant deadline = Instant.now().plus(conversation.run().patienceForExpiry());
        while (true) {
            SessionReading reading = conversation.session(upload);
            if (reading.state() == State.UNKNOWN) {
                return reading;
            }
            if (!Instant.now().isBefore(deadline)) {
                conversation.run().outlived();
                return reading;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private Attempt attempt(String what) {
        Upload upload = conversation.current();
        if (what.startsWith("commits")) {
            return conversation.commit(upload);
        }
        ByteRange next = new ByteRange(50, 59);
        if (what.equals(ELSEWHERE)) {
            Upload other = new Upload(UUID.randomUUID().toString(), upload.path(), upload.content());
            Attempt opened = conversation.upload(other, next);
            expect.accepted(opened);
            return opened;
        }
        Call chunk = upload.chunk(next);
        Call call = switch (what) {
            case "asks for the session" -> Call.getSession(upload.sessionId());
            case "asks for the sessions of the path" -> Call.getSessions(upload.path());
            case "sends a chunk of another file length" ->
                upload.chunk().range(next, upload.length() + 1).body(chunk.body());
            case "sends a chunk past the end" ->
                upload.chunk()
                        .range(new ByteRange(50, upload.length()), upload.length())
                        .body(chunk.body());
            case "sends a chunk to another path" ->
                chunk.at(Call.chunk(conversation.freshPath("elsewhere.bin"), "").path());
            case DUPLICATE -> upload.chunk(new ByteRange(0, 49));
            case OVERLAP -> upload.chunk(new ByteRange(40, 59));
            default -> throw new IllegalArgumentException("no client that " + what);
        };
        return conversation.sendClaimed(upload, call);
    }
}
