package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether names that differ in case alone are one name or two. */
public final class LetterCaseSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final List<Boolean> found = new ArrayList<>();

    public LetterCaseSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Given("a file of {size} has been stored beside it")
    public void storedBeside(Long length) {
        String folder = Addresses.folder(conversation.current());
        Upload upload = conversation.begin(folder + "/beside.bin", conversation.freshContent(length));
        expect.established(conversation.upload(upload, new ByteRange(0, length - 1)));
        expect.established(conversation.commit(upload));
    }

    @When("^both are read under paths whose (names|folders) are in capitals$")
    public void read(String which) {
        for (Upload upload : conversation.uploads()) {
            StoredFile stored = conversation.stored(otherwise(upload, which), List.of(upload.content()));
            expect.check(
                    !(stored instanceof StoredFile.Present present) || present.is(0),
                    "the file or none",
                    stored.toString());
            found.add(stored instanceof StoredFile.Present);
        }
    }

    @Then("both are found, or neither is")
    public void alike() {
        expect.check(
                found.get(0).equals(found.get(1)),
                "either form, and the same for both files",
                "found: %s and %s".formatted(found.get(0), found.get(1)));
    }

    private static Upload otherwise(Upload upload, String which) {
        String folder = Addresses.folder(upload);
        String name = upload.path().substring(folder.length());
        String path =
                which.equals("names") ? folder + name.toUpperCase(Locale.ROOT) : folder.toUpperCase(Locale.ROOT) + name;
        return new Upload(upload.sessionId(), path, upload.content());
    }
}
