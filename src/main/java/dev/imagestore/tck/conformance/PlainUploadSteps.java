package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Storing a whole file with one PUT. */
public final class PlainUploadSteps {

    private static final int PIECE = 1000;

    private final Conversation conversation;
    private final Expectations expect;

    public PlainUploadSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client puts a file {string} of {size}")
    public void put(String name, Long length) {
        conversation.files().put(conversation.folder().begin(name, length));
    }

    @Given("a file {string} of {size} has been put")
    public void hasBeenPut(String name, Long length) {
        conversation.stage().put(List.of(conversation.folder().begin(name, length)));
    }

    @Given("the files have been put")
    public void haveBeenPut(DataTable table) {
        conversation.stage().put(conversation.folder().begin(table.asLists()));
    }

    @When("the client puts a file of {size} in its place")
    public void putInItsPlace(Long length) {
        Upload old = conversation.current();
        conversation.files().put(conversation.begin(old.sessionId(), old.path(), conversation.freshContent(length)));
    }

    @When("^the client puts a file \"([^\"]*)\" whose content (.+)$")
    public void putSpecimen(String name, String looks) {
        conversation.files().put(conversation.begin(conversation.folder().path(name), Specimens.that(looks)));
    }

    @When("the client puts a file {string} with no body at all")
    public void putNothing(String name) {
        Upload upload = conversation.folder().begin(name, 0L);
        conversation.files().put(upload, Call.uploadFile(upload.path()));
    }

    @When("the client puts a file {string} of {size} in chunked coding")
    public void putInChunkedCoding(String name, Long length) {
        Upload upload = conversation.folder().begin(name, length);
        Call call = Call.uploadFile(upload.path())
                .header("Transfer-Encoding", "chunked")
                .body(RequestBody.of(chunked(upload.content())));
        conversation.files().put(upload, call);
    }

    @When("the client puts a file of {size} at the root itself")
    public void putAtTheRoot(Long length) {
        Upload upload = conversation.folder().begin("root.bin", length);
        conversation
                .files()
                .put(upload, Call.uploadFile("").at("").body(upload.content().body(0, length)));
    }

    @When("the client uploads bytes {ranges} of the session and commits it")
    public void goOn(Ranges ranges) {
        Upload session = conversation.uploads().get(0);
        ranges.list().forEach(range -> expect.established(conversation.upload(session, range)));
        conversation.commit(session);
    }

    @Then("^the (?:upload|copy|deletion) is accepted$")
    public void accepted() {
        expect.accepted(conversation.lastAttempt());
    }

    @Then("^the (?:copy|deletion|question) is refused$")
    public void refused() {
        expect.refused(conversation.lastAttempt());
    }

    @Then("the session at that path still expects bytes {ranges}")
    public void stillExpects(Ranges ranges) {
        expect.missing(conversation.uploads().get(0), ranges.set());
    }

    @Then("the file is stored whole, or the upload is refused and nothing is stored")
    public void wholeOrNothing() {
        Attempt attempt = conversation.lastAttempt();
        expect.refusedOrAccepted(attempt);
        if (attempt.accepted()) {
            expect.storedIs(attempt.upload(), attempt.upload().content());
        } else {
            expect.absent(attempt.upload().path());
        }
    }

    @Then("the stored file is that of the session")
    public void thatOfTheSession() {
        Upload session = conversation.uploads().get(0);
        expect.storedIs(session, session.content());
    }

    private static byte[] chunked(FileContent content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long at = 0; at < content.length(); at += PIECE) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, content.length() - at));
            content.read(at, piece);
            body.writeBytes((Integer.toHexString(piece.capacity()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(piece.array());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
