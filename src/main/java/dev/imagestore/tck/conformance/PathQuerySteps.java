package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.SessionListing;
import dev.imagestore.tck.subject.SessionReading.State;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asking for the sessions of a path. */
public final class PathQuerySteps {

    private final Conversation conversation;
    private final Expectations expect;
    private Optional<SessionListing> listing = Optional.empty();

    public PathQuerySteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client asks for the sessions of the path")
    public void ask() {
        ask(conversation.current().path());
    }

    @When("the client asks for the sessions of the first path")
    public void askForTheFirst() {
        ask(conversation.uploads().get(0).path());
    }

    @When("the client asks for the sessions of its folder")
    public void askForTheFolder() {
        String path = conversation.current().path();
        ask(path.substring(0, path.lastIndexOf('/')));
    }

    @When("the client asks for the sessions of a path below it")
    public void askBelow() {
        ask(conversation.current().path() + "/below.bin");
    }

    @When("the client asks for the sessions of the path in upper case")
    public void askInUpperCase() {
        ask(conversation.current().path().toUpperCase(Locale.ROOT));
    }

    @When("the client asks for the sessions of the path with backslashes")
    public void askWithBackslashes() {
        ask(conversation.current().path().replace('/', '\\'));
    }

    @Then("exactly this session is listed")
    public void exactlyThis() {
        exactly(List.of(conversation.current()));
    }

    /** A committed session may be kept, and then it is listed. */
    @Then("exactly this session is listed, and perhaps a committed one")
    public void exactlyThisOpenOne() {
        List<SessionDescription> open = listed().sessions().stream()
                .filter(s -> conversation.uploads().stream().noneMatch(u -> u.ended() && s.isOf(u.sessionId())))
                .toList();
        exactly(open, List.of(conversation.current()));
    }

    @Then("exactly the first session is listed")
    public void exactlyTheFirst() {
        exactly(List.of(conversation.uploads().get(0)));
    }

    @Then("exactly these sessions are listed")
    public void exactlyThese() {
        exactly(conversation.uploads());
    }

    @Then("no session is listed")
    public void none() {
        SessionListing listed = listed();
        expect.check(listed.state() == State.UNKNOWN, "no session", listed.toString());
    }

    @Then("no session is listed, in the way that the documents allow")
    public void noneAsDocumented() {
        none();
        expect.check(
                conversation.lastAttempt().status() != 204,
                "200 without a session, or a FabricError",
                listed().observed());
    }

    @Then("each is listed with the bytes that it lacks")
    public void withTheirBytes() {
        for (Upload upload : conversation.uploads()) {
            SessionDescription session = listed().sessions().stream()
                    .filter(s -> s.isOf(upload.sessionId()))
                    .findFirst()
                    .orElseThrow(() -> wrong(List.of(upload)));
            expect.check(
                    Optional.of("QRY-03"),
                    session.missing().equals(upload.missing()),
                    "session %s with the expected ranges %s".formatted(upload.sessionId(), upload.missing()),
                    "expected ranges " + session.missing());
        }
    }

    private void ask(String path) {
        Attempt query = conversation.sendClaimed(conversation.current(), Call.getSessions(path));
        SessionListing answered = SessionListing.of(query.exchange());
        conversation
                .run()
                .ledger()
                .read(answered, conversation.caseId(), query.exchange().number());
        listing = Optional.of(answered);
    }

    /** Each of them once, and no other. */
    private void exactly(List<Upload> uploads) {
        exactly(listed().sessions(), uploads);
    }

    private void exactly(List<SessionDescription> sessions, List<Upload> uploads) {
        conversation.log().checked();
        if (sessions.size() != uploads.size()
                || !uploads.stream().allMatch(u -> sessions.stream().anyMatch(s -> s.isOf(u.sessionId())))) {
            throw wrong(uploads);
        }
    }

    /** An entry that cannot be understood is a matter of QRY-02 first. */
    private CheckFailed wrong(List<Upload> expected) {
        SessionListing listed = listed();
        Optional<String> about = listed.defects().isEmpty() ? Optional.empty() : Optional.of("QRY-02");
        String ids = String.join(", ", expected.stream().map(Upload::sessionId).toList());
        String observed = listed.defects().isEmpty() ? listed.toString() : String.join("; ", listed.defects());
        return new CheckFailed(about, "200 with exactly the sessions " + ids, observed);
    }

    private SessionListing listed() {
        return listing.orElseThrow();
    }
}
