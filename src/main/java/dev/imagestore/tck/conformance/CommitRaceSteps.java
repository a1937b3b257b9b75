package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commits and deletions that are in flight together with others, again and again. */
public final class CommitRaceSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Resuming resuming;
    private final Rounds rounds;

    public CommitRaceSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.resuming = new Resuming(conversation);
        this.rounds = new Rounds(expect);
    }

    @When("a complete session for {long} bytes is committed by {int} requests at once")
    public void commitAtOnce(long length, int times) {
        rounds.repeat(round -> {
            Upload upload = complete(path(), length);
            Race race = Race.of(conversation, round);
            IntStream.range(0, times).forEach(i -> race.call(upload, Call.commit(upload.sessionId())));
            return new Rounds.Round(race.run(), Optional.empty(), upload);
        });
    }

    @When("two complete sessions for {long} bytes at one path are committed at once")
    public void commitTwo(long length) {
        rounds.repeat(round -> {
            Upload one = complete(path(), length);
            Upload other = complete(one.path(), length);
            Race race = Race.of(conversation, round);
            Stream.of(one, other).forEach(u -> race.call(u, Call.commit(u.sessionId())));
            return new Rounds.Round(race.run(), Optional.empty(), one);
        });
    }

    @When("complete sessions for {long} bytes at a path and at one below it are committed at once")
    public void commitAboveAndBelow(long length) {
        rounds.repeat(round -> {
            Upload above = complete(path(), length);
            Upload below = complete(above.path() + "/below.bin", length);
            Race race = Race.of(conversation, round);
            Stream.of(above, below).forEach(u -> race.call(u, Call.commit(u.sessionId())));
            return new Rounds.Round(race.run(), Optional.empty(), above);
        });
    }

    @When("a complete session for {long} bytes over a stored file is committed and deleted at once")
    public void commitAndDeleteSession(long length) {
        overStored(length, upload -> Call.deleteSession(upload.sessionId()));
    }

    @When("a complete session for {long} bytes over a stored file is committed while that file is deleted")
    public void commitAndDeleteFile(long length) {
        overStored(length, upload -> Call.deleteContent(upload.path()));
    }

    private void overStored(long length, Function<Upload, Call> deletion) {
        rounds.repeat(round -> {
            Upload old = stored(path(), length);
            Upload upload = complete(old.path(), length);
            Race race = Race.of(conversation, round)
                    .call(upload, Call.commit(upload.sessionId()))
                    .call(upload, deletion.apply(upload));
            return new Rounds.Round(race.run(), Optional.of(old), upload);
        });
    }

    @When("a complete session for {long} bytes in a folder is committed while the folder is deleted")
    public void commitAndDeleteFolder(long length) {
        rounds.repeat(round -> {
            String folder = path();
            Upload neighbour = stored(folder + "/old.bin", length);
            Upload upload = complete(folder + "/new.bin", length);
            Race race = Race.of(conversation, round)
                    .call(upload, Call.commit(upload.sessionId()))
                    .call(upload, Call.deleteContent(folder));
            return new Rounds.Round(race.run(), Optional.of(neighbour), upload);
        });
    }

    /** Of those that fail, one may be told to ask again; if all are, the one that asks again succeeds. */
    @Then("at least one commit succeeds each time, and the file is whole")
    public void committedWhole() {
        rounds.each(round -> {
            List<Heat.Entrant> commits = round.heat().entrants();
            if (round.heat().accepted().isEmpty()) {
                expect.check(round.heat().anyOpen(), "one of the commits to be accepted", "none is");
                Attempt again = conversation.commit(commits.get(0).upload());
                expect.check(
                        again.accepted() || isOneOf(round.upload().path(), contents(commits)),
                        "the commit that is sent again to be accepted",
                        again.observed());
            }
            List<FileContent> won = contents(round.heat().accepted());
            List<FileContent> open =
                    contents(commits.stream().filter(Heat.Entrant::open).toList());
            holds(
                    round.upload().path(),
                    won.isEmpty()
                            ? Set.copyOf(
                                    contents(commits).stream().map(Optional::of).toList())
                            : Explained.finals(Optional.empty(), present(won), present(open)));
        });
    }

    @Then("one of the files is stored each time, and each whole or not at all")
    public void wholeOrAbsent() {
        rounds.each(round -> {
            Heat heat = round.heat();
            expect.check(!heat.accepted().isEmpty() || heat.anyOpen(), "one of the commits to be accepted", "none is");
            long there = 0;
            for (Heat.Entrant commit : heat.entrants()) {
                Upload upload = commit.upload();
                holds(
                        upload.path(),
                        commit.refused()
                                ? Set.of(Optional.empty())
                                : Set.of(Optional.empty(), Optional.of(upload.content())));
                there += isOneOf(upload.path(), List.of(upload.content())) ? 1 : 0;
            }
            expect.check(there > 0 || heat.accepted().isEmpty(), "a file that was committed", "neither of them");
        });
    }

    @Then("the stored file is the one that the answers explain")
    public void explained() {
        rounds.each(round -> {
            Heat.Entrant commit = round.heat().the(Operation.COMMIT);
            List<Optional<FileContent>> succeeded = new ArrayList<>();
            List<Optional<FileContent>> open = new ArrayList<>();
            for (Heat.Entrant entrant : round.heat().entrants()) {
                Optional<Optional<FileContent>> effect = effect(entrant);
                effect.filter(e -> entrant.accepted()).ifPresent(succeeded::add);
                effect.filter(e -> entrant.open()).ifPresent(open::add);
            }
            holds(commit.upload().path(), Explained.finals(round.old().map(Upload::content), succeeded, open));
        });
    }

    /** What a request does to the file, if it succeeds and does anything to it. */
    private static Optional<Optional<FileContent>> effect(Heat.Entrant entrant) {
        return switch (entrant.attempt().operation()) {
            case COMMIT -> Optional.of(Optional.of(entrant.upload().content()));
            case DELETE -> Optional.of(Optional.empty());
            default -> Optional.empty();
        };
    }

    @Then("each file of the folder is stored whole or not at all, as the answers explain")
    public void folderExplained() {
        rounds.each(round -> {
            Heat.Entrant commit = round.heat().the(Operation.COMMIT);
            Heat.Entrant deletion = round.heat().the(Operation.DELETE);
            Upload old = round.old().orElseThrow();
            Optional<FileContent> whole = Optional.of(round.upload().content());
            Set<Optional<FileContent>> committed = commit.open() || (commit.accepted() && !deletion.refused())
                    ? Set.of(whole, Optional.empty())
                    : Set.of(commit.accepted() ? whole : Optional.empty());
            holds(round.upload().path(), committed);
            holds(
                    old.path(),
                    deletion.accepted()
                            ? Set.of(Optional.empty())
                            : Set.of(Optional.of(old.content()), Optional.empty()));
        });
    }

    @Then("the folder takes files as before")
    public void folderTakesFiles() {
        rounds.each(round -> {
            Upload again = conversation.begin(
                    round.upload().path(),
                    conversation.freshContent(round.upload().length()));
            resuming.complete(again);
        });
    }

    /** The place holds one of these; empty stands for no file. */
    private void holds(String path, Set<Optional<FileContent>> allowed) {
        List<FileContent> contents = allowed.stream().flatMap(Optional::stream).toList();
        StoredFile stored = conversation.files().read(path, contents);
        boolean absent = stored instanceof StoredFile.Absent;
        expect.check(
                absent && contents.size() == 1 && allowed.size() == 1 ? Expectations.PUBLISHED : Optional.empty(),
                absent ? allowed.contains(Optional.empty()) : isOne(stored, contents.size()),
                "%s%s under %s"
                        .formatted(
                                contents.isEmpty() ? "no file" : "one of %d files, whole".formatted(contents.size()),
                                allowed.size() > contents.size() && !contents.isEmpty() ? ", or none," : "",
                                path),
                stored.toString());
    }

    private boolean isOneOf(String path, List<FileContent> contents) {
        return isOne(conversation.files().read(path, contents), contents.size());
    }

    private static boolean isOne(StoredFile stored, int candidates) {
        return stored instanceof StoredFile.Present present
                && IntStream.range(0, candidates).anyMatch(present::is);
    }

    private static List<FileContent> contents(List<Heat.Entrant> entrants) {
        return entrants.stream().map(e -> e.upload().content()).distinct().toList();
    }

    private static List<Optional<FileContent>> present(List<FileContent> contents) {
        return contents.stream().map(Optional::of).toList();
    }

    private String path() {
        return conversation.freshPath("file.bin");
    }

    private Upload stored(String path, long length) {
        Upload upload = conversation.begin(path, conversation.freshContent(length));
        conversation.stage().store(List.of(upload));
        return upload;
    }

    private Upload complete(String path, long length) {
        Upload upload = conversation.begin(path, conversation.freshContent(length));
        for (ByteRange half : Cut.of(length, List.of((length + 1) / 2))) {
            expect.established(conversation.upload(upload, half));
        }
        return upload;
    }
}
