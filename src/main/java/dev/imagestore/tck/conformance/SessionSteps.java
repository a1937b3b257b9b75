package dev.imagestore.tck.conformance;

import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasSize;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.SessionReading;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
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

    @Then("the session is not known")
    public void notKnown() {
        SessionReading now = conversation.session(conversation.current());
        expect.check(now.state() == SessionReading.State.UNKNOWN, "no session", now.toString());
    }

    @Then("the answer is 200 with exactly this session")
    public void exactlyThisSession() {
        String id = conversation.current().sessionId();
        String expected = "200 with the one session " + id;
        SessionReading now = reading.orElseThrow();
        expect.check(now.response().isPresent(), expected, now.observed());
        try {
            now.response()
                    .orElseThrow()
                    .then()
                    .assertThat()
                    .statusCode(200)
                    .body("UploadSessions", hasSize(1))
                    .body("UploadSessions[0].SessionId", equalToIgnoringCase(id));
        } catch (AssertionError | RuntimeException e) {
            throw new CheckFailed(expected, now.observed());
        }
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
        expect.check(session.listed().isEmpty(), "ExpectedRanges []", "ExpectedRanges " + session.missing());
    }

    /** A wrong description is a matter of QRY-02 first, whatever the session itself is like. */
    private void describes(Upload upload, SessionDescription session) {
        expect.check(
                DESCRIPTION,
                session.fileSize() == upload.length(),
                "FileSize " + upload.length(),
                "FileSize " + session.fileSize());
        expect.check(
                DESCRIPTION,
                normalised(session.path()).equals(upload.path()),
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

    /** Either separator will do, and separators at the ends say nothing. */
    private static String normalised(String path) {
        return path.replace('\\', '/').replaceAll("^/+|/+$", "");
    }
}
