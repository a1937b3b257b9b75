package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is published, as the content oracle shows it. */
public final class StoredFileSteps {

    private static final int FOLDERS_OF_A_CASE = 2;

    private final Conversation conversation;
    private final Expectations expect;

    public StoredFileSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Then("the stored file is the uploaded one")
    public void uploadedOne() {
        Upload upload = conversation.current();
        expect.storedIs(upload, upload.content());
    }

    @Then("every stored file is the uploaded one")
    public void everyUploadedOne() {
        conversation.uploads().forEach(upload -> expect.storedIs(upload, upload.content()));
    }

    @Then("there is no stored file")
    public void none() {
        expect.nothingStored(conversation.current());
    }

    /** Also where a chunk was refused, so that nothing is no wonder. */
    @Then("nothing is stored at its path")
    public void nothingThere() {
        expect.absent(conversation.current().path());
    }

    @Then("the stored file is still the old one")
    public void stillTheOldOne() {
        expect.chunksAccepted();
        theFileStoredBefore();
    }

    @Then("the file stored before is still the old one")
    public void theFileStoredBefore() {
        Upload old = conversation.uploads().get(0);
        expect.storedIs(old, old.content());
    }

    @Then("the stored file is one of them, whole")
    public void oneOfThem() {
        List<FileContent> candidates =
                conversation.uploads().stream().map(Upload::content).toList();
        StoredFile stored = conversation.stored(conversation.current(), candidates);
        expect.check(
                stored instanceof StoredFile.Present present
                        && IntStream.range(0, candidates.size()).anyMatch(present::is),
                "one of the committed files, whole",
                stored.toString());
    }

    @Then("there is no mark file beside it or above")
    public void noMarkFile() {
        String path = conversation.current().path();
        for (int level = 0; level < FOLDERS_OF_A_CASE; level++) {
            path = path.substring(0, path.lastIndexOf('/'));
            String mark = path + "/_.dir";
            StoredFile stored = conversation.files().read(mark, List.of());
            expect.check(
                    Optional.of(new Expectation.NothingStored(mark)),
                    Optional.empty(),
                    stored instanceof StoredFile.Absent,
                    "no file under " + mark,
                    stored.toString());
        }
    }

    @Then("the stored file is that of the first session")
    public void thatOfTheFirst() {
        thatOf(0);
    }

    @Then("the stored file is that of the second session")
    public void thatOfTheSecond() {
        thatOf(1);
    }

    private void thatOf(int index) {
        Upload upload = conversation.uploads().get(index);
        Upload other = conversation.uploads().get(1 - index);
        StoredFile stored = conversation.stored(upload, List.of(upload.content(), other.content()));
        expect.check(
                Optional.of(Expectations.file(upload.path(), upload.content(), stored)),
                stored instanceof StoredFile.Absent ? Expectations.PUBLISHED : Optional.empty(),
                stored instanceof StoredFile.Present present && present.is(0),
                "the file of session " + (index + 1),
                described(stored).orElse(stored.toString()));
    }

    private static Optional<String> described(StoredFile stored) {
        return stored instanceof StoredFile.Present present && present.is(1)
                ? Optional.of("the file of the other session")
                : Optional.empty();
    }
}
