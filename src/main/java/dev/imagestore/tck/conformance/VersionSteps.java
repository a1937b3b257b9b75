package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.protocol.ByteRange;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.exception.JsonPathException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Requests with an api-version that is to be judged. */
public final class VersionSteps {

    private static final String OF_THE_RUNTIME = "(the runtime's version|the next minor version|the next major version"
            + "|a version far above|a version above by component and not as a decimal fraction"
            + "|a version above as a decimal fraction and not by component)";

    private final Conversation conversation;
    private final Expectations expect;
    private final Requests requests;

    public VersionSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.requests = new Requests(conversation);
    }

    @Given("a runtime above 6.1")
    public void runtimeAbove() {
        if (runtime().compareTo(new ApiVersion(6, 1)) <= 0) {
            throw Undecided.untested("the target's runtime is not above 6.1");
        }
    }

    @When("the client uploads bytes {ranges} without api-version")
    public void uploadWithoutVersion(Ranges ranges) {
        requests.chunk(ranges.only(), call -> call.without("api-version"));
    }

    @When("^the client uploads bytes (\\d+-\\d+) with " + OF_THE_RUNTIME + "$")
    public void uploadWithVersion(String range, String which) {
        requests.chunk(ByteRange.parse(range), call -> call.with("api-version", version(which)));
    }

    @When("^the client sends a (commit|query|delete) without api-version$")
    public void sendWithoutVersion(String operation) {
        requests.send(operation, call -> call.without("api-version"));
    }

    @When("^the client sends a (commit|query|delete) with " + OF_THE_RUNTIME + "$")
    public void sendWithVersion(String operation, String which) {
        requests.send(operation, call -> call.with("api-version", version(which)));
    }

    @When("^the client makes a " + Requests.OTHERS + " with api-version \"(.*)\"$")
    public void makeWithVersion(String operation, String version) {
        requests.make(operation, call -> call.with("api-version", version));
    }

    @When("^the client makes a " + Requests.OTHERS + " with (the runtime's version|the next major version)$")
    public void makeWithNamedVersion(String operation, String which) {
        requests.make(operation, call -> call.with("api-version", version(which)));
    }

    @When("^the client makes a " + Requests.OTHERS + " without api-version$")
    public void makeWithoutVersion(String operation) {
        requests.make(operation, call -> call.without("api-version"));
    }

    @Then("the chunk {ranges} is not refused for its version")
    public void chunkNotForItsVersion(Ranges ranges) {
        notForItsVersion(version -> requests.chunk(ranges.only(), call -> call.with("api-version", version)));
    }

    @Then("the commit is not refused for its version")
    public void commitNotForItsVersion() {
        notForItsVersion(version -> requests.send("commit", call -> call.with("api-version", version)));
    }

    @Then("the call is accepted")
    public void accepted() {
        expect.accepted(conversation.lastAttempt());
    }

    @Then("the call is refused")
    public void refused() {
        expect.refused(conversation.lastAttempt());
    }

    @Then("^its ModifiedDate is a (decimal number of ticks|date as ISO 8601 has it)$")
    public void modifiedDate(String form) {
        String date = string("UploadSessions[0].ModifiedDate").orElse("none");
        String pattern = form.startsWith("decimal") ? "[1-9]\\d*" : "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S*";
        expect.check(date.matches(pattern), "ModifiedDate as a " + form, "ModifiedDate " + date);
    }

    @Then("^the answer has (no|a) ContinuationToken$")
    public void continuationToken(String whether) {
        expect.accepted(conversation.lastAttempt());
        boolean there = string("ContinuationToken").isPresent();
        expect.check(
                there == whether.equals("a"),
                whether + " ContinuationToken",
                there ? "a ContinuationToken" : "no ContinuationToken");
    }

    @Then("^the answer is 404 without a body, (declared as JSON|of no type)$")
    public void emptyAnswer(String type) {
        Attempt attempt = conversation.lastAttempt();
        boolean declared = attempt.exchange()
                .answer()
                .flatMap(a -> a.header("Content-Type"))
                .isPresent();
        boolean empty =
                attempt.exchange().answer().map(a -> a.body().length() == 0).orElse(false);
        expect.check(
                attempt.status() == 404 && empty && declared == type.startsWith("declared"),
                "404 without a body, " + type,
                attempt.observed() + (declared ? ", declared as JSON" : ", of no type"));
    }

    /** The version is at fault where a higher one is accepted; what is refused under each is so for another reason. */
    private void notForItsVersion(Consumer<String> again) {
        Attempt given = conversation.lastAttempt();
        if (!given.accepted()) {
            higherVersions().forEach(higher -> {
                again.accept(higher);
                expect.check(
                        !conversation.lastAttempt().accepted(),
                        "to be accepted, as it is with " + higher,
                        given.observed());
            });
            throw Undecided.inconclusive("refused under every version: " + given.observed());
        }
        expect.accepted(given);
    }

    private List<String> higherVersions() {
        Stream<String> stated = conversation.subject().runtimeVersion().map(ApiVersion::toString).stream();
        return Stream.concat(Stream.of("6.1", "6.2", "6.5"), stated).distinct().toList();
    }

    private Optional<String> string(String path) {
        String text = conversation
                .lastAttempt()
                .exchange()
                .answer()
                .map(answer -> answer.text())
                .orElse("");
        try {
            return Optional.ofNullable(JsonPath.from(text).getString(path));
        } catch (JsonPathException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String version(String which) {
        return new RuntimeVersions(runtime())
                .named(which)
                .orElseThrow(() ->
                        Undecided.untested("a target with the runtime %s has not %s".formatted(runtime(), which)));
    }

    private ApiVersion runtime() {
        return conversation
                .subject()
                .runtimeVersion()
                .orElseThrow(() -> Undecided.untested("the version of the target's runtime was not stated"));
    }
}
