package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.FabricError;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;

/** What an error looks like. */
public final class ErrorSteps {

    private final Conversation conversation;
    private final Expectations expect;

    public ErrorSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Then("^the (?:chunk|commit|listing) is refused with a FabricError or without a body$")
    public void refusedWithFabricError() {
        Attempt refusal = refusal();
        String body = text(refusal);
        expect.check(
                Expectations.answered(refusal, Expectation.Answer.FABRIC_ERROR),
                Optional.empty(),
                body.isEmpty() || FabricError.parse(body).isPresent(),
                "{\"Error\":{\"Code\":...,\"Message\":...}} or no body",
                refusal.observed());
    }

    @Then("the refusal has a message of some text")
    public void message() {
        String body = text(refusal());
        boolean some = FabricError.parse(body)
                .flatMap(FabricError::message)
                .filter(message -> !message.isBlank())
                .isPresent();
        expect.check(some, "Error.Message, a string that says something", body);
    }

    @Then("the range error is {int}")
    public void rangeError(int status) {
        Attempt refusal = refusal();
        expect.check(refusal.status() == status, "a range error as " + status, refusal.observed());
    }

    @Then("the answer is declared as JSON in UTF-8 and not to be sniffed")
    public void declared() {
        Attempt attempt = conversation.lastAttempt();
        Answer answer = attempt.exchange()
                .answer()
                .orElseThrow(() -> Undecided.inconclusive("there was no answer: " + attempt.observed()));
        for (AnswerProperty property : List.of(AnswerProperty.DECLARED_AS_JSON, AnswerProperty.NOT_TO_BE_SNIFFED)) {
            expect.check(
                    property.holds().test(answer),
                    property.expected(),
                    attempt.observed() + " " + property.detail().apply(answer));
        }
    }

    private Attempt refusal() {
        Attempt attempt = conversation.lastAttempt();
        if (!attempt.refused()) {
            throw Undecided.inconclusive("nothing was refused: " + attempt.observed());
        }
        return attempt;
    }

    private static String text(Attempt attempt) {
        return attempt.exchange().answer().map(Answer::text).orElse("");
    }
}
