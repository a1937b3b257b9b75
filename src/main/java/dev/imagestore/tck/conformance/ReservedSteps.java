package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.StorePath;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ListingReading;
import io.cucumber.java.en.When;

/** Deletions that have to be refused, and are tried only where nothing could be lost. */
public final class ReservedSteps {

    private final Conversation conversation;

    public ReservedSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    @When("the client tries to delete the reserved folder {string}")
    public void deleteReserved(String name) {
        ListingReading there = conversation.listing(name);
        if (there.state() != ListingReading.State.NOTHING) {
            throw Undecided.untested("%s may exist, and the suite does not put it at risk".formatted(name));
        }
        conversation.ask(Call.deleteContent(name));
    }

    @When("the client tries to delete the root")
    public void deleteTheRoot() {
        ListingReading before = conversation.listing("");
        if (!holdsNothingElse(before)) {
            throw Undecided.untested("the root holds files that are not of this run, and the suite does not risk them");
        }
        conversation.ask(Call.deleteContent("").at(""));
    }

    private boolean holdsNothingElse(ListingReading root) {
        String own = conversation.run().settings().folder();
        return root.state() != ListingReading.State.UNREADABLE
                && root.files().isEmpty()
                && root.folders().stream().allMatch(folder -> StorePath.same(folder.path(), own));
    }
}
