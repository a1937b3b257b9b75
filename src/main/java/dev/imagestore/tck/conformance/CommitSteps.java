package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.Call;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** Committing sessions, and outcomes that leave the server a choice. */
public final class CommitSteps {

    private final Conversation conversation;
    private final Expectations expect;

    public CommitSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client commits the session")
    public void commit() {
        conversation.commit(conversation.current());
    }

    @When("the client commits all sessions")
    public void commitAll() {
        conversation.uploads().forEach(conversation::commit);
    }

    @When("the client commits the first session")
    public void commitFirst() {
        conversation.commit(conversation.uploads().get(0));
    }

    @When("the client commits the second session")
    public void commitSecond() {
        conversation.commit(conversation.uploads().get(1));
    }

    /** Bytes that are not those of the file. */
    @When("the client sends a commit with a body of {size}")
    public void commitWithBody(Long length) {
        Upload upload = conversation.current();
        Call call = Call.commit(upload.sessionId()).withoutHeader("Content-Length");
        conversation.probeClaimed(upload, call.body(upload.content().body(1, length)));
    }

    @Then("the chunk is refused, or the committed file is the uploaded one")
    public void chunkRefusedOrFileRight() {
        Attempt chunk = conversation.lastAttempt();
        expect.refusedOrAccepted(chunk);
        if (chunk.accepted()) {
            expect.accepted(conversation.commit(chunk.upload()));
            expect.storedAfter(chunk);
        }
    }

    @Then("the commit is refused, or the stored file is the uploaded one")
    public void commitRefusedOrFileRight() {
        Attempt commit = conversation.lastAttempt();
        expect.check(
                Expectations.answered(commit, Expectation.Answer.ANY),
                Optional.empty(),
                commit.accepted() || commit.refused(),
                "an answer to the commit",
                commit.observed());
        if (commit.accepted()) {
            expect.storedAfter(commit);
        }
    }

    /** Ready for the checks on stored files, which read for themselves. */
    @When("the stored file is read")
    public void read() {
        Upload upload = conversation.current();
        conversation.stored(upload, List.of());
    }
}
