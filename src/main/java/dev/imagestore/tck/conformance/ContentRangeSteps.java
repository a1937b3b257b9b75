package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.Talk;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.UUID;

/** Requests with a Content-Range that is to be judged. */
public final class ContentRangeSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Requests requests;

    public ContentRangeSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.requests = new Requests(conversation);
    }

    @When("the client uploads {long} bytes under Content-Range {raw}")
    public void uploadUnder(long length, String header) {
        requests.bare(call -> under(call, length, header));
    }

    @Given("{long} bytes have been uploaded under Content-Range {raw}")
    public void uploadedUnder(long length, String header) {
        expect.established(requests.bare(call -> under(call, length, header)));
    }

    @When("the client uploads {long} bytes under Content-Range {raw} and {raw}")
    public void uploadUnderTwo(long length, String first, String second) {
        requests.bare(call -> under(call, length, first).header("Content-Range", second));
    }

    @When("the client uploads {long} bytes without Content-Range")
    public void uploadWithoutRange(long length) {
        requests.bare(call -> call.body(requests.body(0, length)));
    }

    /** Where the target closes the connection behind an answer, the second chunk goes over another one. */
    @When("the client uploads bytes {ranges} of another file, and {long} bytes without Content-Range over the same "
            + "connection")
    public void uploadWithoutRangeBehind(Ranges ranges, long length) {
        Upload upload = conversation.current();
        Upload other = new Upload(UUID.randomUUID().toString(), conversation.freshPath("other.bin"), upload.content());
        Call first = other.chunk(ranges.only());
        Call bare = upload.chunk().body(requests.body(0, length));
        try (Talk talk = conversation.talk()) {
            expect.established(conversation.note(other, first, talk.ask(first)));
            Exchange second = talk.ask(bare);
            if (second.answer().isPresent()) {
                conversation.note(upload, bare, second);
            } else {
                conversation.probe(upload, bare);
            }
        }
    }

    @When("the client uploads bytes {ranges} under Content-Range {raw}")
    public void uploadRangeUnder(Ranges ranges, String header) {
        ByteRange range = ranges.only();
        requests.bare(
                range, call -> call.header("Content-Range", header).body(requests.body(range.first(), range.length())));
    }

    @When("the client uploads {long} bytes under Content-Range {raw} with the session id {raw}")
    public void uploadUnderWithId(long length, String header, String id) {
        requests.bare(call -> under(call, length, header).with("session-id", id));
    }

    @When("the client uploads {long} bytes under Content-Range {raw} without api-version")
    public void uploadUnderWithoutVersion(long length, String header) {
        requests.bare(call -> under(call, length, header).without("api-version"));
    }

    @When("the client uploads {long} bytes to another path under Content-Range {raw}")
    public void uploadUnderElsewhere(long length, String header) {
        String path = conversation.freshPath("elsewhere.bin");
        requests.bare(
                call -> under(call, length, header).at(Call.chunk(path, "").path()));
    }

    @When("the client makes a plain upload of {long} bytes under Content-Range {raw}")
    public void plainUpload(long length, String header) {
        Upload upload = conversation.current();
        conversation.probe(upload, under(Call.uploadFile(upload.path()), length, header));
    }

    @When("^the client sends a (commit|query|delete) with Content-Range \"(.*)\"$")
    public void sendWithRange(String operation, String header) {
        requests.send(operation, call -> call.header("Content-Range", header));
    }

    @Then("the session is one of {long} bytes that expects bytes {ranges}")
    public void isOneThatExpects(long length, Ranges ranges) {
        SessionDescription session = expect.known(conversation.current());
        expect.check(
                session.fileSize() == length && session.missing().equals(ranges.set()),
                "a session of %d bytes that expects %s".formatted(length, ranges.set()),
                "a session of %d bytes that expects %s".formatted(session.fileSize(), session.missing()));
    }

    private Call under(Call call, long length, String header) {
        return call.header("Content-Range", header).body(requests.body(0, length));
    }
}
