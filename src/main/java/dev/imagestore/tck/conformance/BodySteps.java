package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.When;
import java.util.function.UnaryOperator;

/** Chunks whose body is not of the length or the coding that one would expect. */
public final class BodySteps {

    private final Conversation conversation;
    private final Requests requests;

    public BodySteps(Conversation conversation) {
        this.conversation = conversation;
        this.requests = new Requests(conversation);
    }

    @When("the client uploads a body of {long} bytes as bytes {ranges}")
    public void ofAnotherLength(long sent, Ranges ranges) {
        ByteRange range = ranges.only();
        bare(range, call -> call.body(requests.body(range.first(), sent)));
    }

    @When("the client uploads a body of {long} bytes as bytes {ranges} in chunked coding")
    public void ofAnotherLengthCoded(long sent, Ranges ranges) {
        ByteRange range = ranges.only();
        bare(range, call -> coded(call, requests.body(range.first(), sent)));
    }

    @When("the client uploads its bytes {ranges} as bytes {ranges}")
    public void mislabelled(Ranges sent, Ranges stated) {
        ByteRange bytes = sent.only();
        bare(stated.only(), call -> call.body(requests.body(bytes.first(), bytes.length())));
    }

    @When("the client uploads the whole file under Content-Encoding {string}")
    public void wholeEncoded(String coding) {
        ByteRange whole = new ByteRange(0, conversation.current().length() - 1);
        requests.chunk(whole, call -> call.header("Content-Encoding", coding));
    }

    private void bare(ByteRange range, UnaryOperator<Call> change) {
        long length = conversation.current().length();
        requests.bare(call -> change.apply(call.range(range, length)));
    }

    private static Call coded(Call call, RequestBody body) {
        return call.header("Transfer-Encoding", "chunked").body(ChunkedCoding.of(body));
    }
}
