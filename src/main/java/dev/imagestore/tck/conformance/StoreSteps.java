package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.CopyDescription;
import dev.imagestore.tck.subject.Call;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Stored files under names of the case's own folder, and what happens to them: deleting and copying. */
public final class StoreSteps {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Conversation conversation;
    private final Expectations expect;

    public StoreSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Given("the stored files")
    public void stored(DataTable table) {
        conversation.stage().store(conversation.folder().begin(table.asLists()));
    }

    @Given("a stored file {string} of {size}")
    public void stored(String name, Long length) {
        conversation.stage().store(List.of(conversation.folder().begin(name, length)));
    }

    @Given("^a stored file \"([^\"]*)\" whose content (.+)$")
    public void storedSpecimen(String name, String looks) {
        conversation
                .stage()
                .store(List.of(conversation.begin(conversation.folder().path(name), Specimens.that(looks))));
    }

    @When("a file {string} of {size} is stored")
    public void isStored(String name, Long length) {
        stored(name, length);
    }

    /** A store may have rules for names; what it takes, it has to take as it stands. */
    @Given("a stored file {string} of {size}, if its name is accepted")
    public void storedIfAccepted(String name, Long length) {
        try {
            stored(name, length);
        } catch (Undecided e) {
            throw conversation.lastAttempt().refused() ? Undecided.untested("the target does not take such a name") : e;
        }
    }

    @Given("{int} stored files of {size} in {string}")
    public void storedMany(int count, Long length, String folder) {
        conversation
                .stage()
                .store(IntStream.range(0, count)
                        .mapToObj(i -> conversation.folder().begin("%s/file%d.bin".formatted(folder, i), length))
                        .toList());
    }

    @Given("an upload session for a file {string} of {size}")
    public void session(String name, Long length) {
        conversation.folder().begin(name, length);
    }

    @When("the client deletes {string}")
    public void delete(String name) {
        conversation.ask(Call.deleteContent(conversation.folder().path(name)));
    }

    @Given("{string} has been deleted")
    public void deleted(String name) {
        delete(name);
        expect.established(conversation.lastAttempt());
    }

    @When("the client copies {string} to {string}")
    public void copy(String source, String destination) {
        copy(description(source, destination));
    }

    @Given("{string} has been copied to {string}")
    public void copied(String source, String destination) {
        copy(source, destination);
        expect.established(conversation.lastAttempt());
    }

    @When("^the client copies \"([^\"]*)\" to \"([^\"]*)\" without (.+)$")
    public void copyWithout(String source, String destination, String names) {
        copy(description(source, destination).without(names(names)));
    }

    @When("the client copies {string} to {string} if it bears a mark file")
    public void copyIfMarked(String source, String destination) {
        copy(description(source, destination).checkingMarkFile());
    }

    @When("^the client copies \"([^\"]*)\" to \"([^\"]*)\" with the description (.+)$")
    public void copyAsDescribed(String source, String destination, String body) {
        CopyDescription meant = description(source, destination);
        conversation.ask(Call.copy(body.replace("SOURCE", meant.source()).replace("DESTINATION", meant.destination())));
    }

    @Then("{string} is the file that was stored as {string}")
    public void isTheFile(String name, String original) {
        expect.stored(
                conversation.folder().path(name),
                conversation.folder().first(original).content());
    }

    @Then("{string} is the file that was last stored as {string}")
    public void isTheLastFile(String name, String original) {
        expect.stored(
                conversation.folder().path(name),
                conversation.folder().last(original).content());
    }

    @Then("there is no file {string}")
    public void absent(String name) {
        expect.absent(conversation.folder().path(name));
    }

    @Then("^of the stored files only (.+) (?:is|are) left$")
    public void onlyLeft(String names) {
        List<String> left = names(names);
        for (Upload upload : conversation.uploads()) {
            if (left.stream().anyMatch(name -> conversation.folder().path(name).equals(upload.path()))) {
                expect.stored(upload.path(), upload.content());
            } else {
                expect.absent(upload.path());
            }
        }
    }

    private void copy(CopyDescription description) {
        conversation.ask(Call.copy(description.json()));
    }

    private CopyDescription description(String source, String destination) {
        return CopyDescription.of(
                conversation.folder().path(source), conversation.folder().path(destination));
    }

    private static List<String> names(String text) {
        List<String> names =
                QUOTED.matcher(text).results().map(StoreSteps::quoted).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names in quotes were expected, not " + text);
        }
        return names;
    }

    private static String quoted(MatchResult match) {
        return match.group(1);
    }
}
