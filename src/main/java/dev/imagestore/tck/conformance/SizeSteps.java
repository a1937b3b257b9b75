package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.protocol.FolderSizeAnswer;
import dev.imagestore.tck.protocol.InfoAnswer;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.ListedFolder;
import dev.imagestore.tck.protocol.StorePath;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ListingReading;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;

/** Sizes of folders, and the state of the store. */
public final class SizeSteps {

    private static final int MOST_ENTRIES = 40;

    private final Conversation conversation;
    private final Expectations expect;
    private String asked = "";

    public SizeSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client asks for the size of {string}")
    public void ask(String name) {
        asked = conversation.folder().path(name);
        conversation.ask(Call.folderSize(asked));
    }

    @When("the client asks for the size of the root")
    public void askForTheRoot() {
        asked = "";
        conversation.ask(Call.rootFolderSize());
    }

    @When("the client asks for the state of the store")
    public void askForTheState() {
        conversation.ask(Call.info());
    }

    @Then("the size is {size}")
    public void sizeIs(Long size) {
        expect.check(size() == size, "FolderSize " + size, "FolderSize " + size());
    }

    @Then("the size is at least {size}")
    public void sizeIsAtLeast(Long size) {
        expect.check(size() >= size, "FolderSize of %d or more".formatted(size), "FolderSize " + size());
    }

    /** The path of the root has no form that the documents state. */
    @Then("the size has the documented fields")
    public void documentedSize() {
        FolderSizeAnswer answer = answer();
        boolean path = asked.isEmpty()
                || answer.path().map(p -> StorePath.same(p, asked)).orElse(false);
        boolean defects =
                answer.defects().stream().anyMatch(d -> !asked.isEmpty() || !d.startsWith("StoreRelativePath"));
        expect.check(
                path && !defects,
                "StoreRelativePath %s and FolderSize as documented".formatted(asked),
                defects
                        ? String.join("; ", answer.defects())
                        : "StoreRelativePath " + answer.path().orElse(""));
    }

    @Then("the state has the documented fields")
    public void documentedState() {
        InfoAnswer info = info();
        expect.check(
                info.defects().isEmpty(),
                "DiskInfo, UsedByMetadata, UsedByStaging, UsedByCopy and UsedByRegister as documented",
                String.join("; ", info.defects()));
    }

    @Then("no more space is available than there is")
    public void spaceAvailable() {
        InfoAnswer info = info();
        if (info.capacity().isEmpty() || info.available().isEmpty()) {
            throw Undecided.inconclusive("the state of the store could not be read");
        }
        expect.check(
                info.available().get() <= info.capacity().get(),
                "AvailableSpace of at most the Capacity",
                "AvailableSpace %d, Capacity %d"
                        .formatted(info.available().get(), info.capacity().get()));
    }

    /** Others may write meanwhile: the root is measured before and after, and only a quiet store says something. */
    @Then("the size of the root is the sum of what its listing shows")
    public void sumOfTheRoot() {
        askForTheRoot();
        long before = size();
        ListingReading root = conversation.listing("");
        if (root.state() != ListingReading.State.LISTED) {
            throw Undecided.untested("the root could not be listed: " + root.observed());
        }
        if (root.folders().size() > MOST_ENTRIES) {
            throw Undecided.untested("the root has more than %d folders to measure".formatted(MOST_ENTRIES));
        }
        long sum = 0;
        for (ListedFile file : root.files()) {
            sum += file.size().orElseThrow(() -> Undecided.untested("a size of the listing could not be read"));
        }
        for (ListedFolder folder : root.folders()) {
            asked = StorePath.plain(folder.path());
            Attempt attempt = conversation.ask(Call.folderSize(asked));
            if (!attempt.accepted()) {
                throw Undecided.untested("the size of %s is not told: %s".formatted(asked, attempt.observed()));
            }
            sum += size();
        }
        askForTheRoot();
        if (size() != before) {
            throw Undecided.untested("the store changed while it was measured");
        }
        expect.check(sum == before, "FolderSize %d, the sum of what is below".formatted(sum), "FolderSize " + before);
    }

    private long size() {
        FolderSizeAnswer answer = answer();
        return answer.size().orElseThrow(() -> new CheckFailed("FolderSize", String.join("; ", answer.defects())));
    }

    private FolderSizeAnswer answer() {
        return FolderSizeAnswer.parse(text());
    }

    private InfoAnswer info() {
        return InfoAnswer.parse(text());
    }

    private String text() {
        Attempt attempt = conversation.lastAttempt();
        expect.accepted(attempt);
        return Optional.of(attempt.exchange())
                .flatMap(e -> e.answer())
                .map(Answer::text)
                .orElse("");
    }
}
