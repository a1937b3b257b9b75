package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.protocol.SessionDescription;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The date of a session, which is held only against other dates of the same target. */
public final class ModifiedDateSteps {

    private static final Duration CLOSE = Duration.ofMinutes(2);

    private final Conversation conversation;
    private final Expectations expect;
    private final PassingTime time;
    private Instant noted = Instant.MIN;
    private boolean passed;

    public ModifiedDateSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.time = new PassingTime(conversation);
    }

    @Given("its date has been noted")
    public void note() {
        noted = conversation
                .session(conversation.current())
                .session()
                .flatMap(SessionDescription::modified)
                .orElseThrow(() -> Undecided.inconclusive("a precondition failed: the session has no date"));
    }

    @Given("time has passed at the target")
    public void timeHasPassed() {
        if (!time.laterThan(noted)) {
            throw Undecided.inconclusive("no session of a later date could be opened");
        }
    }

    @When("more sessions are opened for a while")
    public void openMore() {
        passed = time.laterThan(noted);
    }

    @Then("one of them has a later date")
    public void oneIsLater() {
        expect.check(passed, "a ModifiedDate after " + noted, "none, however late the session was opened");
    }

    @Then("the session has a later date")
    public void later() {
        Instant now = date();
        expect.check(now.isAfter(noted), "a ModifiedDate after " + noted, "ModifiedDate " + now);
    }

    @Then("the session still has that date")
    public void same() {
        Instant now = date();
        expect.check(now.equals(noted), "ModifiedDate " + noted, "ModifiedDate " + now);
    }

    @Then("the session's date is that of the answer to the chunk")
    public void dateOfTheAnswer() {
        Instant answered = conversation
                .lastAttempt()
                .exchange()
                .answer()
                .flatMap(ModifiedDateSteps::dateHeader)
                .orElseThrow(() -> Undecided.untested("the answer to the chunk has no Date"));
        Instant now = date();
        boolean close = Duration.between(answered, now).abs().compareTo(CLOSE) < 0;
        if (!close && conversation.subject().clock().isPresent()) {
            throw Undecided.untested("the target's time may have been moved on, and its Date header not");
        }
        expect.check(close, "a ModifiedDate close to the Date of the answer, " + answered, "ModifiedDate " + now);
    }

    private static Optional<Instant> dateHeader(Answer answer) {
        try {
            return answer.header("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant date() {
        SessionDescription session = expect.known(conversation.current());
        return session.modified()
                .orElseThrow(() -> CheckFailed.about("QRY-02", "a ModifiedDate that is a date", session.toString()));
    }
}
