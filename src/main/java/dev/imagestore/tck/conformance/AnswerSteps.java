package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Answers;
import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.subject.Operation;
import io.cucumber.java.en.Then;

/** Whether requests were accepted or refused. */
public final class AnswerSteps {

    private final Conversation conversation;
    private final Expectations expect;

    public AnswerSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Then("the answer is {answer}")
    public void answered(Answers answers) {
        expect.answered(conversation.lastAttempt(), answers.stated());
    }

    @Then("^the (?:chunk|commit|query|delete) is accepted$")
    public void accepted() {
        expect.accepted(conversation.lastAttempt());
    }

    @Then("every chunk is accepted")
    public void everyChunkAccepted() {
        every(Operation.UPLOAD_CHUNK);
    }

    @Then("every commit is accepted")
    public void everyCommitAccepted() {
        every(Operation.COMMIT);
    }

    @Then("^the (?:chunk|query|delete|upload|request) is refused$")
    public void refused() {
        expect.refused(conversation.lastAttempt());
    }

    @Then("the commit is refused")
    public void commitRefused() {
        Attempt last = conversation.lastAttempt();
        expect.refused(last.of(Operation.COMMIT) ? last : conversation.commit(conversation.current()));
    }

    /** What is accepted counts, and what is refused changes nothing. */
    @Then("the chunk is either stored or refused")
    public void storedOrRefused() {
        Attempt attempt = conversation.lastAttempt();
        expect.refusedOrAccepted(attempt);
        if (attempt.accepted() && conversation.subject().claims(Operation.GET_SESSION)) {
            expect.missing(attempt.upload(), attempt.upload().missing());
        }
    }

    @Then("the session refused them and still expects bytes {ranges}")
    public void refusedAndExpects(Ranges ranges) {
        Attempt attempt = conversation.lastAttempt();
        if (!attempt.refused()) {
            throw Undecided.inconclusive("the chunk was to be refused, but was answered " + attempt.observed());
        }
        attempt.change().ifPresent(change -> {
            throw new CheckFailed("a refusal that changes nothing", change).provenBy(Expectations.unchanging(attempt));
        });
        expect.missing(attempt.upload(), ranges.set());
    }

    private void every(Operation operation) {
        conversation.attempts().stream().filter(a -> a.of(operation)).forEach(expect::accepted);
    }
}
