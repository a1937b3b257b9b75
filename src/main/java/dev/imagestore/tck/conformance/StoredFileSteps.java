package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.Expectation;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What is published, as the content oracle shows it. */
public final class StoredFileSteps {

    private static final int READERS = 2;
    private static final int FOLDERS_OF_A_CASE = 2;

    private final Conversation conversation;
    private final Expectations expect;
    private final Queue<String> mixtures = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private int readings;

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

    @When("it is replaced {int} times by files of {size} while others read it")
    public void replaceWhileRead(int times, Long length) throws InterruptedException {
        replaceWhileRead(times, length, length);
    }

    @When("it is replaced {int} times by files of {int} to {int} MiB while others read it")
    public void replaceWhileRead(int times, int least, int most) throws InterruptedException {
        replaceWhileRead(times, (long) least << 20, (long) most << 20);
    }

    @Then("every reader has seen one whole file")
    public void oneWholeFile() {
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
        if (readings == 0) {
            throw Undecided.inconclusive("nobody has read the file while it was replaced");
        }
        expect.check(
                mixtures.isEmpty(),
                "one of the files, whole, in each of %d readings".formatted(readings),
                "%d readings of none of the files, such as %s".formatted(mixtures.size(), mixtures.peek()));
    }

    private void replaceWhileRead(int times, long least, long most) throws InterruptedException {
        Upload old = conversation.current();
        if (conversation.subject().sight() != Sight.BYTES) {
            throw Undecided.untested("no content oracle: a mixture of files cannot be seen");
        }
        Set<String> versions = new HashSet<>(Set.of(old.content().sha256()));
        List<Upload> replacements = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long length = least + (most - least) * (i % 2);
            Upload next = conversation.begin(old.path(), conversation.freshContent(length));
            versions.add(next.content().sha256());
            replacements.add(next);
        }
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        List<CompletableFuture<Integer>> reading = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            reading.add(CompletableFuture.supplyAsync(() -> readUntil(done, old, versions), readers));
        }
        try {
            for (Upload next : replacements) {
                var whole = new dev.imagestore.tck.protocol.ByteRange(0, next.length() - 1);
                expect.established(conversation.upload(next, whole));
                expect.established(conversation.commit(next));
            }
        } finally {
            done.set(true);
            readings = reading.stream().mapToInt(CompletableFuture::join).sum();
            readers.shutdown();
        }
    }

    /** Reads again and again; returns how often. A file that is absent for a moment is no mixture. */
    private int readUntil(AtomicBoolean done, Upload upload, Set<String> versions) {
        int count = 0;
        try {
            while (!done.get()) {
                StoredFile stored = conversation.stored(upload, List.of());
                count++;
                if (stored instanceof StoredFile.Present present
                        && !versions.contains(present.sha256().orElse(""))) {
                    mixtures.add(present.toString());
                }
            }
        } catch (RuntimeException e) {
            failures.add(e);
        }
        return count;
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
