package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.ChunkSizes;
import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import io.cucumber.java.en.When;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Uploading chunks that have nothing wrong in them. */
public final class UploadSteps {

    private final Conversation conversation;
    private final Expectations expect;

    public UploadSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client uploads bytes {ranges}")
    public void upload(Ranges ranges) {
        ranges.list().forEach(range -> conversation.upload(conversation.current(), range));
    }

    @When("the client uploads bytes {ranges}, which may be refused")
    public void uploadWhatMayBeRefused(Ranges ranges) {
        uploadAgain(ranges);
    }

    @When("the client uploads bytes {ranges} again")
    public void uploadAgain(Ranges ranges) {
        Upload upload = conversation.current();
        for (ByteRange range : ranges.list()) {
            Attempt attempt = conversation.probe(upload, upload.chunk(range));
            expect.refusedOrAccepted(attempt);
            if (attempt.accepted()) {
                upload.accepted(range);
            }
        }
    }

    @When("the client uploads the file in chunks of {sizes}")
    public void uploadInChunks(ChunkSizes sizes) {
        uploadInChunks(sizes, "in order");
    }

    @When("the client uploads the file in chunks of {sizes} {order}")
    public void uploadInChunks(ChunkSizes sizes, String order) {
        Upload upload = conversation.current();
        long seed = conversation.run().settings().seed();
        List<ByteRange> chunks = Cut.ordered(Cut.of(upload.length(), sizes.list()), order, seed);
        chunks.forEach(range -> conversation.upload(upload, range));
    }

    @When("the client uploads the file in chunks of {sizes}, {int} at a time")
    public void uploadInParallel(ChunkSizes sizes, int width) {
        Upload upload = conversation.current();
        record InFlight(ByteRange range, CompletableFuture<Exchange> exchange) {}
        Deque<InFlight> flying = new ArrayDeque<>();
        for (ByteRange range : Cut.of(upload.length(), sizes.list())) {
            if (flying.size() == width) {
                InFlight first = flying.removeFirst();
                conversation.landed(upload, first.range(), first.exchange().join());
            }
            flying.add(new InFlight(range, conversation.uploadAsync(upload, range)));
        }
        flying.forEach(f -> conversation.landed(upload, f.range(), f.exchange().join()));
    }

    @When("the client uploads all files in chunks of {sizes}, one chunk of each in turn")
    public void uploadInTurn(ChunkSizes sizes) {
        List<Upload> uploads = conversation.uploads();
        for (ByteRange range : Cut.of(uploads.get(0).length(), sizes.list())) {
            uploads.forEach(upload -> conversation.upload(upload, range));
        }
    }

    @When("the client uploads the first {int} bytes and the last {int} bytes")
    public void uploadEnds(int first, int last) {
        Upload upload = conversation.current();
        conversation.upload(upload, new ByteRange(0, first - 1));
        conversation.upload(upload, new ByteRange(upload.length() - last, upload.length() - 1));
    }

    @When("the client uploads bytes {ranges} of the first and bytes {ranges} of the second")
    public void uploadOfTwo(Ranges first, Ranges second) {
        first.list().forEach(r -> conversation.upload(conversation.uploads().get(0), r));
        second.list().forEach(r -> conversation.upload(conversation.uploads().get(1), r));
    }

    @When("the client uploads what is still expected")
    public void uploadTheRest() {
        Upload upload = conversation.current();
        RangeSet expected = expect.stillExpected(upload);
        for (ByteRange range : expected.ranges()) {
            expect.acceptedAsExpected(conversation.upload(upload, range));
        }
    }

    @When("the client uploads bytes {ranges} of another file of {size} under the same id")
    public void uploadAnotherFile(Ranges ranges, Long length) {
        String id = conversation.current().sessionId();
        Upload other = conversation.begin(id, conversation.freshPath("other.bin"), conversation.freshContent(length));
        ranges.list().forEach(range -> conversation.upload(other, range));
    }

    @When("the client uploads bytes {ranges} of another file of {size} at the same path under the same id")
    public void uploadAnotherFileHere(Ranges ranges, Long length) {
        Upload before = conversation.current();
        Upload other = conversation.begin(before.sessionId(), before.path(), conversation.freshContent(length));
        ranges.list().forEach(range -> conversation.upload(other, range));
    }
}
