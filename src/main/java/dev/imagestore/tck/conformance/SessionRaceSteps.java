package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;

/** Sessions that are deleted or committed while a chunk is on its way, again and again. */
public final class SessionRaceSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Resuming resuming;
    private final Rounds rounds;

    public SessionRaceSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.resuming = new Resuming(conversation);
        this.rounds = new Rounds(expect);
    }

    @When(
            "a session that holds {long}-{long} of {long} bytes is deleted while bytes {long}-{long} of another file are on their way under its id")
    public void deleteWhileUploading(long heldFirst, long heldLast, long length, long first, long last) {
        rounds.repeat(round -> {
            Upload held = conversation.begin(path(), conversation.freshContent(length));
            expect.established(conversation.upload(held, new ByteRange(heldFirst, heldLast)));
            Upload next = conversation.begin(held.sessionId(), held.path(), conversation.freshContent(length));
            Race race = Race.of(conversation, round)
                    .call(held, Call.deleteSession(held.sessionId()))
                    .chunk(next, new ByteRange(first, last));
            return new Rounds.Round(race.run(), Optional.of(held), next);
        });
    }

    @When("a session for {long} bytes is committed while its last chunk {long}-{long} is on its way")
    public void commitWhileUploading(long length, long first, long last) {
        rounds.repeat(round -> {
            Upload upload = conversation.begin(path(), conversation.freshContent(length));
            RangeSet.whole(length)
                    .minus(RangeSet.of(new ByteRange(first, last)))
                    .ranges()
                    .forEach(range -> expect.established(conversation.upload(upload, range)));
            Race race = Race.of(conversation, round)
                    .chunk(upload, new ByteRange(first, last))
                    .call(upload, Call.commit(upload.sessionId()));
            return new Rounds.Round(race.run(), Optional.empty(), upload);
        });
    }

    @Then("the session is gone, or a new one that holds nothing but that chunk")
    public void goneOrFresh() {
        rounds.each(round -> {
            Upload upload = round.upload();
            Upload held = round.old().orElseThrow();
            Heat.Entrant chunk = round.heat().the(Operation.UPLOAD_CHUNK);
            Heat.Entrant deletion = round.heat().the(Operation.DELETE_SESSION);
            RangeSet whole = RangeSet.whole(upload.length());
            RangeSet fresh = whole.minus(RangeSet.of(chunk.range().orElseThrow()));
            SessionReading now = conversation.session(upload);
            RangeSet missing = now.session().map(s -> s.missing()).orElse(whole);
            boolean goneOrFresh = now.state() == SessionReading.State.UNKNOWN
                    || (!chunk.refused() && missing.equals(fresh))
                    || (!chunk.accepted() && missing.equals(whole));
            boolean asBefore =
                    missing.equals(held.missing()) || missing.equals(fresh.minus(whole.minus(held.missing())));
            expect.check(
                    goneOrFresh || (!deletion.accepted() && asBefore),
                    deletion.accepted()
                            ? "no session, or one that expects " + fresh
                            : "one that expects " + held.missing(),
                    now.toString());
        });
    }

    @Then("the other file comes out whole under that id")
    public void otherFileWhole() {
        rounds.each(round -> {
            if (!round.heat().the(Operation.DELETE_SESSION).accepted()) {
                return;
            }
            Upload upload = round.upload();
            if (conversation.session(upload).state() == SessionReading.State.UNKNOWN) {
                expect.accepted(conversation.upload(upload, new ByteRange(0, upload.length() - 1)));
            }
            resuming.complete(upload);
        });
    }

    /** An accepted commit has seen all bytes. */
    @Then("the commit is refused each time or publishes the whole file")
    public void refusedOrWhole() {
        rounds.each(round -> {
            Upload upload = round.upload();
            Heat.Entrant commit = round.heat().the(Operation.COMMIT);
            Heat.Entrant chunk = round.heat().the(Operation.UPLOAD_CHUNK);
            if (commit.accepted()) {
                expect.check(
                        !chunk.refused(),
                        "a commit that is refused without the chunk",
                        "the chunk refused, the commit accepted");
                expect.storedIs(upload, upload.content());
            } else if (commit.refused() || !isStored(upload)) {
                expect.absent(upload.path());
            }
        });
    }

    @Then("what was not committed can be completed each time")
    public void goesOn() {
        rounds.each(round -> {
            Upload upload = round.upload();
            Heat.Entrant commit = round.heat().the(Operation.COMMIT);
            if (commit.refused() || (!commit.accepted() && !isStored(upload))) {
                resuming.complete(upload);
            } else {
                conversation.log().checked();
            }
        });
    }

    /** A refused commit takes nothing back, of what came meanwhile either. */
    @Then("a refused commit leaves the session with the chunk if that was accepted, and without it if not")
    public void refusedTakesNothingBack() {
        rounds.each(round -> {
            Heat heat = round.heat();
            Heat.Entrant chunk = heat.the(Operation.UPLOAD_CHUNK);
            if (heat.the(Operation.COMMIT).refused() && !chunk.open()) {
                expect.missing(
                        round.upload(),
                        chunk.accepted()
                                ? RangeSet.EMPTY
                                : RangeSet.of(chunk.range().orElseThrow()));
            }
        });
    }

    private boolean isStored(Upload upload) {
        return conversation.files().read(upload.path(), List.of(upload.content())) instanceof StoredFile.Present present
                && present.is(0);
    }

    private String path() {
        return conversation.freshPath("file.bin");
    }
}
