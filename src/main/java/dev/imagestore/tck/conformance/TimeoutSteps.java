package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.RangeSet;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls whose time is up. */
public final class TimeoutSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Requests requests;
    private final List<Attempt> queries = new ArrayList<>();

    public TimeoutSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.requests = new Requests(conversation);
    }

    /** No time at all is the one that can be made to run out. */
    @Given("the time of the chunk {ranges} has run out")
    public void runOut(Ranges ranges) {
        requests.chunk(ranges.only(), call -> call.with("timeout", "0"));
        Attempt attempt = conversation.lastAttempt();
        if (!attempt.timedOut()) {
            throw Undecided.untested("no time-out could be provoked: timeout=0 was answered " + attempt.observed());
        }
    }

    @When("^the client makes a " + Requests.OTHERS + " with timeout \"(.*)\"$")
    public void make(String operation, String timeout) {
        requests.make(operation, call -> call.with("timeout", timeout));
    }

    @When("the client asks for the session {int} times with timeout {string}")
    public void ask(int times, String timeout) {
        for (int i = 0; i < times; i++) {
            requests.send("query", call -> call.with("timeout", timeout));
            queries.add(conversation.lastAttempt());
        }
    }

    /** One 504 may be somebody else's; when each comes too soon, the time was misread. */
    @Then("it is not always answered that {long} seconds are over when they are not")
    public void notTooSoon(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        expect.check(
                queries.stream()
                        .anyMatch(
                                a -> !a.timedOut() || a.exchange().endedAfter().compareTo(time) >= 0),
                "an answer other than 504 within %d seconds".formatted(seconds),
                conversation.lastAttempt().observed());
    }

    @Then("the session expects all of bytes {ranges} or none of them")
    public void allOrNone(Ranges ranges) {
        RangeSet missing = expect.known(conversation.current()).missing();
        expect.check(
                missing.equals(ranges.set()) || missing.equals(RangeSet.EMPTY),
                "expected ranges %s or none".formatted(ranges.set()),
                "expected ranges " + missing);
    }
}
