package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.When;
import java.util.function.UnaryOperator;

/** Chunks whose body is not of the length, the type or the coding that one would expect. */
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
        bare(range, call -> coded(call, requests.body(range.first(), sent), sent));
    }

    @When("the client uploads its bytes {ranges} as bytes {ranges}")
    public void mislabelled(Ranges sent, Ranges stated) {
        ByteRange bytes = sent.only();
        bare(stated.only(), call -> call.body(requests.body(bytes.first(), bytes.length())));
    }

    @When("the client uploads bytes {ranges} as the type {string}")
    public void asType(Ranges ranges, String type) {
        requests.chunk(ranges.only(), call -> untyped(call).header("Content-Type", type));
    }

    @When("the client uploads bytes {ranges} as no type")
    public void asNoType(Ranges ranges) {
        requests.chunk(ranges.only(), BodySteps::untyped);
    }

    @When("the client uploads the whole file as the type {string}")
    public void wholeAsType(String type) {
        requests.chunk(whole(), call -> untyped(call).header("Content-Type", type));
    }

    @When("the client uploads the whole file under Content-Encoding {string}")
    public void wholeEncoded(String coding) {
        requests.chunk(whole(), call -> call.header("Content-Encoding", coding));
    }

    @When("the client uploads bytes {ranges} in chunked coding by {size}")
    public void inPieces(Ranges ranges, Long piece) {
        requests.chunk(ranges.only(), call -> coded(call, call.body(), piece));
    }

    @When("the client uploads the whole file in chunked coding by {size}")
    public void wholeInPieces(Long piece) {
        requests.chunk(whole(), call -> coded(call, call.body(), piece));
    }

    private void bare(ByteRange range, UnaryOperator<Call> change) {
        long length = conversation.current().length();
        requests.bare(call -> change.apply(call.range(range, length)));
    }

    private ByteRange whole() {
        return new ByteRange(0, conversation.current().length() - 1);
    }

    private static Call coded(Call call, RequestBody body, long piece) {
        return call.header("Transfer-Encoding", "chunked").body(ChunkedCoding.of(body, piece));
    }

    private static Call untyped(Call call) {
        return call.withoutHeader("Content-Type");
    }
}
