package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.ListedFolder;
import dev.imagestore.tck.protocol.StorePath;
import dev.imagestore.tck.subject.ListingReading;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Listing what is stored, one level deep. */
public final class ListingSteps {

    private static final String MARK_FILE = "/_.dir";
    private static final Optional<String> ENTRIES = Optional.of("GET-01");
    private static final String EXACT_DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final Conversation conversation;
    private final Expectations expect;
    private Optional<ListingReading> reading = Optional.empty();

    public ListingSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @When("the client lists {string}")
    public void list(String name) {
        reading = Optional.of(conversation.listing(conversation.folder().path(name)));
    }

    @When("the client lists the root")
    public void listRoot() {
        reading = Optional.of(conversation.listing(""));
    }

    @Then("another listing of {string} shows the same")
    public void showsTheSame(String name) {
        List<String> before = entries();
        list(name);
        List<String> now = entries();
        expect.check(now.equals(before), "still " + told(before), told(now));
    }

    /** Rows such as {@code | file | a.bin |}; a mark file is never counted. */
    @Then("the listing shows exactly")
    public void showsExactly(DataTable table) {
        List<String> expected = new ArrayList<>();
        for (List<String> row : table.asLists()) {
            expected.add(
                    row.get(0) + " " + conversation.folder().path(row.get(1)).toLowerCase(Locale.ROOT));
        }
        check(expected);
    }

    @Then("the listing shows exactly the {int} files")
    public void showsExactlyTheFiles(int count) {
        List<String> expected =
                conversation.uploads().stream().map(u -> "file " + u.path()).toList();
        if (expected.size() != count) {
            throw new IllegalStateException("the case has stored %d files, not %d".formatted(expected.size(), count));
        }
        check(expected);
    }

    @Then("the listing shows the folder of the run")
    public void showsTheRun() {
        String folder = conversation.run().settings().folder();
        expect.check(listed().folder(folder).isPresent(), "a folder " + folder, "folders " + paths(listed().folders()));
    }

    @Then("the listing shows {string} with {size}")
    public void showsSize(String name, Long size) {
        String path = conversation.folder().path(name);
        ListedFile file = listed().file(path).orElseThrow(() -> new CheckFailed(ENTRIES, "a file " + path, seen()));
        expect.check(
                file.size().equals(Optional.of(size)),
                "FileSize " + size,
                "FileSize " + file.size().map(String::valueOf).orElse("that cannot be read"));
    }

    @Then("the listing shows the folder {string} with {int} file(s)")
    public void showsCount(String name, int count) {
        String path = conversation.folder().path(name);
        ListedFolder folder =
                listed().folder(path).orElseThrow(() -> new CheckFailed(ENTRIES, "a folder " + path, seen()));
        expect.check(
                folder.fileCount().equals(Optional.of((long) count)),
                "FileCount " + count,
                "FileCount " + folder.fileCount().map(String::valueOf).orElse("that cannot be read"));
    }

    /** The absence of a FileCount is told by the case about FileCount. */
    @Then("the listing has the documented fields")
    public void documentedFields() {
        ListingReading now = listing();
        List<String> defects = now.defects().stream()
                .filter(d -> !d.equals("FileCount is missing"))
                .toList();
        expect.check(
                now.state() == ListingReading.State.LISTED && defects.isEmpty(),
                "StoreFiles and StoreFolders as documented",
                defects.isEmpty() ? now.observed() : String.join("; ", defects));
    }

    @Then("every ModifiedDate of the listing has the form of the runtime")
    public void exactDates() {
        List<String> dates = listed().files().stream()
                .map(f -> f.modified().orElse("none"))
                .filter(date -> !date.matches(EXACT_DATE))
                .toList();
        expect.check(dates.isEmpty(), "dates such as 2017-11-07T23:18:15.104Z", "dates " + dates);
    }

    /** What is there and empty may say so in several ways, and may also be gone. */
    @Then("the folder is shown as empty or as absent")
    public void emptyOrAbsent() {
        ListingReading now = listing();
        boolean empty = now.files().isEmpty() && now.folders().isEmpty();
        expect.check(
                now.state() != ListingReading.State.UNREADABLE && empty, "204, 200 with empty lists, or 404", seen());
    }

    @Then("the answer has no body")
    public void noBody() {
        Attempt attempt = conversation.lastAttempt();
        long length = attempt.exchange().answer().map(a -> a.body().length()).orElse(0L);
        expect.check(length == 0, "no body", attempt.observed());
    }

    private void check(List<String> expected) {
        List<String> seen = entries();
        expect.check(seen.equals(sorted(expected)), String.join(", ", expected), told(seen));
    }

    private String told(List<String> entries) {
        return entries.isEmpty() ? "nothing (" + listing().observed() + ")" : String.join(", ", entries);
    }

    private List<String> entries() {
        List<String> seen = new ArrayList<>();
        listed().files().stream()
                .map(f -> StorePath.plain(f.path()))
                .filter(path -> !path.endsWith(MARK_FILE))
                .forEach(path -> seen.add("file " + path.toLowerCase(Locale.ROOT)));
        listed().folders()
                .forEach(f -> seen.add("folder " + StorePath.plain(f.path()).toLowerCase(Locale.ROOT)));
        return sorted(seen);
    }

    private ListingReading listing() {
        return reading.orElseThrow();
    }

    /** The listing, which must be one; that something is not as documented in it is another matter. */
    private ListingReading listed() {
        ListingReading now = listing();
        expect.accepted(conversation.lastAttempt());
        if (now.tooLong()) {
            throw Undecided.untested("the listing is too long to be read");
        }
        if (now.state() == ListingReading.State.UNREADABLE) {
            throw CheckFailed.about("GET-02", "StoreFiles and StoreFolders", seen());
        }
        return now;
    }

    private String seen() {
        ListingReading now = listing();
        String defects = now.defects().isEmpty() ? "" : "; " + String.join("; ", now.defects());
        return now.observed() + defects;
    }

    private static List<String> paths(List<ListedFolder> folders) {
        return folders.stream().map(ListedFolder::path).toList();
    }

    private static List<String> sorted(List<String> entries) {
        return entries.stream().sorted().toList();
    }
}
