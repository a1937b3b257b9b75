package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.ChunkSizes;
import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.protocol.SessionDescription;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Chunks that are in flight together, again and again, and what has to hold whoever comes first. */
public final class RaceSteps {

    private static final int ROUNDS = 4;

    private final Conversation conversation;
    private final Expectations expect;
    private final Resuming resuming;
    private final List<Heat> heats = new ArrayList<>();

    public RaceSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.resuming = new Resuming(conversation);
    }

    @When("the client uploads the file in chunks of {sizes}, {int} in flight together")
    public void together(ChunkSizes sizes, int width) {
        Upload upload = conversation.current();
        long seed = conversation.run().settings().seed();
        List<ByteRange> chunks = Cut.ordered(Cut.of(upload.length(), sizes.list()), "shuffled", seed);
        for (int first = 0; first < chunks.size() && goesOn(); first += width) {
            Race race = Race.of(conversation, heats.size());
            chunks.subList(first, Math.min(first + width, chunks.size())).forEach(range -> race.chunk(upload, range));
            heats.add(race.run());
        }
    }

    @When("the client uploads all files in chunks of {sizes}, a chunk of each in flight together")
    public void oneOfEach(ChunkSizes sizes) {
        List<Upload> uploads = conversation.uploads();
        for (ByteRange range : Cut.of(uploads.get(0).length(), sizes.list())) {
            Race race = Race.of(conversation, heats.size());
            uploads.forEach(upload -> race.chunk(upload, range));
            heats.add(race.run());
        }
    }

    @When("bytes {ranges} of a session for {long} bytes that holds {ranges} are in flight together")
    public void onHeld(Ranges ranges, long length, Ranges held) {
        for (int round = 0; round < ROUNDS && goesOn(); round++) {
            Upload upload = conversation.begin(conversation.freshPath("file.bin"), conversation.freshContent(length));
            held.list().forEach(range -> expect.established(conversation.upload(upload, range)));
            Race race = Race.of(conversation, round);
            ranges.list().forEach(range -> race.chunk(upload, range));
            heats.add(race.run());
        }
    }

    @When("bytes {ranges} of two files of {long} bytes are in flight together under one id and path")
    public void sameRangeOtherBytes(Ranges ranges, long length) {
        rivals(
                first -> conversation.begin(first.sessionId(), first.path(), conversation.freshContent(length)),
                ranges,
                ranges,
                length);
    }

    @When("first chunks {ranges} and {ranges} of files of {long} bytes at two paths are in flight under one id")
    public void twoPaths(Ranges ranges, Ranges others, long length) {
        rivals(
                first -> conversation.begin(
                        first.sessionId(), conversation.freshPath("other.bin"), conversation.freshContent(length)),
                ranges,
                others,
                length);
    }

    @When("first chunks {ranges} of {long} and {ranges} of {long} bytes at one path are in flight under one id")
    public void twoLengths(Ranges ranges, long length, Ranges others, long otherLength) {
        rivals(
                first -> conversation.begin(first.sessionId(), first.path(), conversation.freshContent(otherLength)),
                ranges,
                others,
                length);
    }

    private void rivals(UnaryOperator<Upload> rival, Ranges ranges, Ranges others, long length) {
        for (int round = 0; round < ROUNDS && goesOn(); round++) {
            Upload one = conversation.begin(conversation.freshPath("file.bin"), conversation.freshContent(length));
            Upload other = rival.apply(one);
            heats.add(Race.of(conversation, round)
                    .chunk(one, ranges.only())
                    .chunk(other, others.only())
                    .run());
        }
    }

    @Then("every chunk in flight is accepted")
    public void everyChunkAccepted() {
        eachHeat(heat -> heat.entrants().forEach(e -> expect.accepted(e.attempt())));
    }

    /** What wins has nothing wrong in it, whatever the order; only a target in trouble may answer all of them so. */
    @Then("at least one of them is accepted each time")
    public void atLeastOne() {
        eachHeat(heat -> {
            expect.check(!heat.accepted().isEmpty() || heat.anyOpen(), "one of the chunks to be accepted", "none is");
            if (conversation.statedRefusal().isPresent()) {
                heat.entrants().stream().filter(e -> !e.accepted()).forEach(e -> expect.refused(e.attempt()));
            }
        });
    }

    @Then("the session expects its file less the chunks that were accepted")
    public void expectsTheRest() {
        eachHeat(heat -> {
            Upload upload = heat.entrants().get(0).upload();
            RangeSet accepted = heat.acceptedOf(upload);
            List<ByteRange> open = heat.openOf(upload);
            RangeSet before = heat.before();
            RangeSet missing = accepted.isEmpty() && before.equals(RangeSet.whole(upload.length()))
                    ? conversation
                            .session(upload)
                            .session()
                            .map(SessionDescription::missing)
                            .orElse(before)
                    : expect.known(upload).missing();
            expect.check(
                    Explained.missing(before, heat.acceptedRangesOf(upload), open, missing),
                    "expected ranges %s".formatted(before.minus(accepted)),
                    "expected ranges " + missing);
        });
    }

    /** Half a chunk is no chunk; one that is there whole may be counted before its sender knows. */
    @Then("whoever asks meanwhile learns what was missing")
    public void toldMeanwhile() {
        eachHeat(heat -> heat.meanwhile().ifPresent(told -> {
            Upload upload = heat.entrants().get(0).upload();
            RangeSet before = heat.before();
            RangeSet least = told.early() ? before : before.minus(heat.sentOf(upload));
            RangeSet missing =
                    told.reading().session().map(SessionDescription::missing).orElse(RangeSet.whole(upload.length()));
            expect.check(
                    before.containsAll(missing) && missing.containsAll(least),
                    "expected ranges " + before + (told.early() ? ", since no chunk is there whole" : ", or less"),
                    told.reading().toString());
        }));
    }

    @Then("the file is whole once the rest was sent")
    public void completed() {
        eachHeat(heat -> resuming.complete(heat.entrants().get(0).upload()));
    }

    /** If both are accepted, either's bytes will do: a client that sends two files under one path gets what it asks for. */
    @Then("the bytes of the refused one are not in the file")
    public void refusedIsNotThere() {
        eachHeat(heat -> {
            if (heat.accepted().size() == 1 && !heat.anyOpen()) {
                resuming.complete(heat.accepted().get(0).upload());
            }
        });
    }

    @Then("only one of them is accepted each time")
    public void onlyOne() {
        eachHeat(heat -> {
            expect.check(heat.accepted().size() <= 1, "one of the two to be accepted", "both are");
            expect.check(!heat.accepted().isEmpty() || heat.anyOpen(), "one of the two to be accepted", "none is");
        });
    }

    @Then("the session is that of the accepted one")
    public void sessionOfTheAccepted() {
        eachHeat(heat -> heat.accepted().stream().limit(1).forEach(winner -> {
            Upload upload = winner.upload();
            SessionDescription session = expect.known(upload);
            expect.check(
                    upload.isAt(session.path()) && session.fileSize() == upload.length(),
                    "a session for %s, %d bytes".formatted(upload.path(), upload.length()),
                    "a session for %s, %d bytes".formatted(session.path(), session.fileSize()));
            expect.missing(upload, upload.missing());
        }));
    }

    @Then("the file of the accepted one is whole in the end, and there is no other")
    public void fileOfTheAccepted() {
        eachHeat(heat -> heat.accepted().stream().limit(1).forEach(winner -> {
            resuming.complete(winner.upload());
            heat.entrants().stream()
                    .map(e -> e.upload().path())
                    .filter(path -> !path.equals(winner.upload().path()))
                    .forEach(expect::absent);
        }));
    }

    /** A target that lets a race hang is not asked again: every silence costs a time-out. */
    private boolean goesOn() {
        return heats.stream().allMatch(Heat::isOver);
    }

    private void eachHeat(Consumer<Heat> checks) {
        for (Heat heat : heats) {
            heat.check(() -> {
                expect.check(heat.isOver(), "an answer to every request", "none, in time, to one of them");
                checks.accept(heat);
            });
        }
    }
}
