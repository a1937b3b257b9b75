package dev.imagestore.tck.conformance;

import static org.hamcrest.Matchers.hasSize;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.RuntimeRendering;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;

/** Asking for a session, deleting it, and what it says of itself. */
public final class SessionSteps {

    private static final Optional<String> DESCRIPTION = Optional.of("QRY-02");

    private final Conversation conversation;
    private final Expectations expect;
    private Optional<SessionReading> reading = Optional.empty();

    public SessionSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client asks for the session")
    public void ask() {
        reading = Optional.of(conversation.sessionPolitely(conversation.current()));
    }

    @Given("the client has asked for the session")
    public void asked() {
        ask();
    }

    @When("the client asks for the first session")
    public void askForTheFirst() {
        reading =
                Optional.of(conversation.sessionPolitely(conversation.uploads().get(0)));
    }

    @When("the client deletes the first session")
    public void deleteFirst() {
        conversation.delete(conversation.uploads().get(0));
    }

    @When("the client deletes the session")
    public void delete() {
        conversation.delete(conversation.current());
    }

    @Then("the session still expects bytes {ranges}")
    public void expects(Ranges ranges) {
        expect.missing(conversation.current(), ranges.set());
    }

    @Then("the session still expects no bytes")
    public void expectsNothing() {
        expect.missing(conversation.current(), RangeSet.EMPTY);
    }

    @Then("the session still expects bytes {ranges}, or less by {ranges}")
    public void expectsBetween(Ranges most, Ranges less) {
        expect.missingBetween(conversation.current(), most.set().minus(less.set()), most.set());
    }

    @Then("the session still expects all but the first {int} and the last {int} bytes")
    public void expectsAllBut(int first, int last) {
        Upload upload = conversation.current();
        expect.missing(upload, RangeSet.of(new ByteRange(first, upload.length() - last - 1)));
    }

    @Then("the first session expects bytes {ranges} and the second bytes {ranges}")
    public void eachExpects(Ranges first, Ranges second) {
        expect.missing(conversation.uploads().get(0), first.set());
        expect.missing(conversation.uploads().get(1), second.set());
    }

    @Then("the session is known under its path and with its length")
    public void known() {
        describes(conversation.current(), expect.known(conversation.current()));
    }

    @Then("the session is known under its id")
    public void knownUnderItsId() {
        Upload upload = conversation.current();
        expect.missing(upload, upload.missing());
    }

    @Then("the session is known under the path as it was sent")
    public void knownUnderTheExactPath() {
        Upload upload = conversation.current();
        String path = expect.known(upload).path();
        expect.check(path.equals(upload.path()), "StoreRelativePath " + upload.path(), "StoreRelativePath " + path);
    }

    @Then("the session still expects the others")
    public void expectsTheOthers() {
        knownUnderItsId();
    }

    @Then("the session is not known, or lacks nothing")
    public void gone() {
        unknownOr(RangeSet.EMPTY);
    }

    @Then("the session goes on, or is gone")
    public void goesOnOrIsGone() {
        unknownOr(conversation.current().missing());
    }

    @Then("the session is not known")
    public void notKnown() {
        Upload upload = conversation.current();
        SessionReading now = conversation.session(upload);
        expect.reads(
                upload,
                now,
                Optional.of(new Expectation.NoSession(upload.sessionId())),
                now.state() == SessionReading.State.UNKNOWN,
                "no session");
    }

    @Then("the session is not known, in the way that the documents allow")
    public void notKnownAsDocumented() {
        notKnown();
        SessionReading now = reading.orElseThrow();
        int status = now.response().map(Response::statusCode).orElse(0);
        expect.check(status != 204, "200 without a session, or a FabricError", now.observed());
    }

    @Then("the answer is 200 with exactly this session")
    public void exactlyThisSession() {
        exactly(conversation.current());
    }

    @Then("the answer is 200 with exactly the first session")
    public void exactlyTheFirstSession() {
        exactly(conversation.uploads().get(0));
    }

    private void exactly(Upload upload) {
        String id = upload.sessionId();
        String expected = "200 with the one session " + id;
        SessionReading now = reading.orElseThrow();
        expect.check(now.response().isPresent(), expected, now.observed());
        Optional<String> found;
        try {
            Response answer = now.response().orElseThrow();
            answer.then().assertThat().statusCode(200).body("UploadSessions", hasSize(1));
            found = Optional.ofNullable(answer.<String>path("UploadSessions[0].SessionId"));
        } catch (AssertionError | RuntimeException e) {
            throw new CheckFailed(expected, now.observed());
        }
        // an entry without an id is a matter of QRY-02 alone
        expect.check(found.map(f -> SessionDescription.sameId(f, id)).orElse(true), expected, now.observed());
    }

    @Then("the session is written as the runtime writes it")
    public void asTheRuntimeWritesIt() {
        SessionReading now = reading.orElseThrow();
        List<String> departures =
                RuntimeRendering.departures(now.response().orElseThrow().asString());
        expect.check(
                now.session().isPresent() && departures.isEmpty(),
                "the fields of UploadSessionInfo in the runtime's order and forms",
                departures.isEmpty() ? now.toString() : String.join("; ", departures));
    }

    @Then("the session is described by the documented fields")
    public void documentedFields() {
        SessionReading now = reading.orElseThrow();
        expect.check(
                now.defects().isEmpty() && now.session().isPresent(),
                "StoreRelativePath, SessionId, FileSize, ModifiedDate and ExpectedRanges as documented",
                now.defects().isEmpty() ? now.toString() : String.join("; ", now.defects()));
        describes(conversation.current(), now.session().orElseThrow());
    }

    @Then("the session lists no expected ranges")
    public void listsNothing() {
        SessionReading now = reading.orElseThrow();
        SessionDescription session = now.session().orElseThrow(() -> undescribed(now));
        expect.check(
                Optional.of(
                        new Expectation.Missing(conversation.current().sessionId(), RangeSet.EMPTY, RangeSet.EMPTY)),
                Optional.empty(),
                session.listed().isEmpty(),
                "ExpectedRanges []",
                "ExpectedRanges " + session.missing());
    }

    private void unknownOr(RangeSet missing) {
        Upload upload = conversation.current();
        SessionReading now = conversation.session(upload);
        Optional<RangeSet> lacks = now.session().map(SessionDescription::missing);
        boolean holds = now.state() == SessionReading.State.UNKNOWN || lacks.equals(Optional.of(missing));
        expect.reads(upload, now, Optional.empty(), holds, "no session, or one that expects " + missing);
    }

    /** A wrong description is a matter of QRY-02 first, whatever the session itself is like. */
    private void describes(Upload upload, SessionDescription session) {
        expect.check(
                Optional.of(Expectations.described(upload)),
                DESCRIPTION,
                session.fileSize() == upload.length(),
                "FileSize " + upload.length(),
                "FileSize " + session.fileSize());
        expect.check(
                Optional.of(Expectations.described(upload)),
                DESCRIPTION,
                upload.isAt(session.path()),
                "StoreRelativePath " + upload.path(),
                "StoreRelativePath " + session.path());
    }

    /** A list that is missing or null is the point of the case; any other defect of the description is not. */
    private static CheckFailed undescribed(SessionReading reading) {
        Optional<String> about = reading.defects().stream().allMatch(d -> d.startsWith("ExpectedRanges"))
                ? Optional.empty()
                : Optional.of("QRY-02");
        return new CheckFailed(about, "ExpectedRanges []", reading + ", " + String.join("; ", reading.defects()));
    }
}
