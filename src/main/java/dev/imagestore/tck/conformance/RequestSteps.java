package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.function.UnaryOperator;

/** Requests with one thing about them that is to be judged: a parameter, an id, a path. */
public final class RequestSteps {

    private final Conversation conversation;
    private final Requests requests;
    private final Resuming resuming;

    public RequestSteps(Conversation conversation) {
        this.conversation = conversation;
        this.requests = new Requests(conversation);
        this.resuming = new Resuming(conversation);
    }

    @When("the client uploads bytes {ranges} with {word} {raw}")
    public void uploadWithParameter(Ranges ranges, String parameter, String value) {
        requests.chunk(ranges.only(), call -> call.with(parameter, value));
    }

    @When("the client uploads bytes {ranges} without a session id")
    public void uploadWithoutId(Ranges ranges) {
        requests.chunk(ranges.only(), call -> call.without("session-id"));
    }

    @When("the client uploads bytes {ranges} with the session id {raw}")
    public void uploadWithId(Ranges ranges, String id) {
        requests.chunk(ranges.only(), call -> call.with("session-id", id));
    }

    @When("the client uploads bytes {ranges} to another path under the same id")
    public void uploadElsewhere(Ranges ranges) {
        String path = conversation.freshPath("file.bin") + "-elsewhere/file.bin";
        requests.chunk(ranges.only(), call -> elsewhere(call, path));
    }

    @When("the client uploads bytes {ranges} to another name in the same folder under the same id")
    public void uploadBeside(Ranges ranges) {
        requests.chunk(
                ranges.only(), call -> elsewhere(call, conversation.current().path() + "2"));
    }

    @When("^the client uploads foreign bytes with (.+)$")
    public void uploadForeign(String defect) {
        Upload upload = conversation.current();
        FileContent foreign = foreign(upload);
        Call valid = upload.chunk().range(new ByteRange(0, 49), upload.length()).body(foreign.body(0, 50));
        Call call = switch (defect) {
            case "another file length" ->
                upload.chunk().range(new ByteRange(0, 49), upload.length() + 1).body(foreign.body(0, 50));
            case "a last position past the end" ->
                upload.chunk()
                        .range(new ByteRange(0, upload.length() + 20), upload.length())
                        .body(foreign.body(0, upload.length() + 21));
            case "another path" -> elsewhere(valid, conversation.freshPath("elsewhere.bin"));
            case "no Content-Range" -> upload.chunk().body(foreign.body(0, 50));
            case "no api-version" -> valid.without("api-version");
            default -> throw new IllegalArgumentException("no defect called " + defect);
        };
        conversation.probe(upload, call);
    }

    @Given("^foreign bytes with (.+) have been refused$")
    public void foreignRefused(String defect) {
        uploadForeign(defect);
        Attempt attempt = conversation.lastAttempt();
        if (!attempt.refused()) {
            throw Undecided.inconclusive("the chunk was to be refused, but was answered " + attempt.observed());
        }
    }

    @When("the client uploads foreign bytes {ranges}")
    public void uploadForeign(Ranges ranges) {
        Upload upload = conversation.current();
        ByteRange range = ranges.only();
        conversation.probe(upload, upload.chunk(range).body(foreign(upload).body(range.first(), range.length())));
    }

    /** What becomes of two files under one id is free, if the second is taken. */
    @Then("they are accepted, or the file is whole once the rest was sent")
    public void acceptedOrNotThere() {
        Attempt attempt = conversation.lastAttempt();
        conversation.log().checked();
        if (attempt.refused() && !attempt.timedOut()) {
            resuming.complete(attempt.upload());
        }
    }

    @Then("it is refused, or the file is whole once the rest was sent")
    public void refusedOrWhole() {
        Attempt attempt = conversation.lastAttempt();
        conversation.log().checked();
        if (attempt.accepted()) {
            resuming.complete(attempt.upload());
        }
    }

    @When("^the client sends a (commit|query|delete)$")
    public void send(String operation) {
        requests.send(operation, UnaryOperator.identity());
    }

    @When("^the client sends a (commit|query|delete) with (timeout|api-version) \"(.*)\"$")
    public void sendWithParameter(String operation, String parameter, String value) {
        requests.send(operation, call -> call.with(parameter, value));
    }

    @When("^the client sends a (commit|query|delete) with the session id \"(.*)\"$")
    public void sendWithId(String operation, String id) {
        requests.send(operation, call -> call.with("session-id", id));
    }

    @When("^the client sends a (commit|query|delete) with no session id$")
    public void sendWithoutId(String operation) {
        requests.send(operation, call -> call.without("session-id"));
    }

    /** Other bytes for all of its positions. */
    private FileContent foreign(Upload upload) {
        return FileContent.seeded(~conversation.run().settings().seed(), upload.length());
    }

    private static Call elsewhere(Call call, String path) {
        return call.at(Call.chunk(path, "").path());
    }
}
