package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.ChunkSizes;
import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import io.cucumber.java.en.Given;
import java.util.List;
import java.util.UUID;

/** How the stage is set. What fails here leaves the case inconclusive: it is not the point of the scenario. */
public final class GivenSteps {

    private static final String NAME = "file.bin";

    private final Conversation conversation;
    private final Expectations expect;

    public GivenSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    @Given("an upload session for a file of {size}")
    public void session(Long length) {
        conversation.begin(conversation.freshPath(NAME), conversation.freshContent(length));
    }

    @Given("an upload session for a file of {size} below {string}")
    public void sessionBelow(Long length, String folder) {
        conversation.begin(folder + "/" + conversation.freshPath(NAME), conversation.freshContent(length));
    }

    @Given("an upload session for a declared length of {long} bytes")
    public void declared(long length) {
        session(length);
    }

    @Given("^an upload session for content that (.+)$")
    public void contentThat(String looks) {
        conversation.begin(conversation.freshPath(NAME), Specimens.that(looks));
    }

    @Given("an upload session for a file of {size} at the same path")
    public void sessionAtTheSamePath(Long length) {
        conversation.begin(conversation.current().path(), conversation.freshContent(length));
    }

    @Given("another session, at another path, for a file of {size}")
    public void anotherSession(Long length) {
        session(length);
    }

    @Given("another session, at a path that begins with the same, for a file of {size}")
    public void sessionAtALongerPath(Long length) {
        conversation.begin(conversation.current().path() + "2", conversation.freshContent(length));
    }

    @Given("another session, at a path that ends in the same, for a file of {size}")
    public void sessionAtAPathBelow(Long length) {
        Upload first = conversation.current();
        conversation.begin(Addresses.folder(first) + "/" + first.path(), conversation.freshContent(length));
    }

    @Given("an upload session for a file of {size} in a folder {raw}")
    public void sessionInAFolder(Long length, String folder) {
        String path = conversation.freshPath("parent") + "/" + folder + "/File.bin";
        conversation.begin(path, conversation.freshContent(length));
    }

    @Given("{int} more upload sessions for files of {size} at the same path")
    public void moreAtTheSamePath(int count, Long length) {
        for (int i = 0; i < count; i++) {
            sessionAtTheSamePath(length);
        }
    }

    @Given("{int} upload sessions for files of {size}")
    public void sessions(int count, Long length) {
        for (int i = 0; i < count; i++) {
            session(length);
        }
    }

    @Given("two upload sessions for files of {long} bytes at one path")
    public void twoAtOnePath(long length) {
        twoAtOnePath(length, length);
    }

    @Given("two upload sessions for files of {long} and {long} bytes at one path")
    public void twoAtOnePath(long first, long second) {
        session(first);
        sessionAtTheSamePath(second);
    }

    @Given("^two upload sessions for files of (\\d+) and (\\d+) bytes whose ids differ only in the (first|last) digit$")
    public void alike(long first, long second, String place) {
        String id = UUID.randomUUID().toString();
        int at = place.equals("first") ? 0 : id.length() - 1;
        char other = id.charAt(at) == '7' ? '8' : '7';
        conversation.begin(id, conversation.freshPath(NAME), conversation.freshContent(first));
        String twin = id.substring(0, at) + other + id.substring(at + 1);
        conversation.begin(twin, conversation.freshPath(NAME), conversation.freshContent(second));
    }

    @Given("a session for {long} bytes that holds {ranges}")
    public void holding(long length, Ranges ranges) {
        session(length);
        uploaded(ranges);
    }

    @Given("a session for {long} bytes that is complete")
    public void complete(long length) {
        session(length);
        allUploaded();
    }

    @Given("a path where nothing is stored")
    public void freshPath() {
        session(20L);
    }

    @Given("a stored file of {size}")
    public void stored(Long length) {
        session(length);
        conversation.stage().store(List.of(conversation.current()));
    }

    @Given("a file of {size} has replaced it")
    public void replaced(Long length) {
        sessionAtTheSamePath(length);
        conversation.stage().store(List.of(conversation.current()));
    }

    @Given("bytes {ranges} have been uploaded")
    public void uploaded(Ranges ranges) {
        for (ByteRange range : ranges.list()) {
            expect.established(conversation.upload(conversation.current(), range));
        }
    }

    /** Which names a store takes is its own choice. */
    @Given("bytes {ranges} have been uploaded, if its name is accepted")
    public void uploadedIfNamed(Ranges ranges) {
        if (conversation.upload(conversation.current(), ranges.only()).refused()) {
            throw Undecided.untested("the target does not take such a name");
        }
    }

    @Given("bytes {ranges} of each have been uploaded")
    public void uploadedOfEach(Ranges ranges) {
        for (Upload upload : conversation.uploads()) {
            ranges.list().forEach(range -> expect.established(conversation.upload(upload, range)));
        }
    }

    @Given("its empty chunk has been uploaded")
    public void emptyChunkUploaded() {
        Upload upload = conversation.current();
        Call chunk = upload.chunk().header("Content-Range", "bytes 0-0/0");
        expect.established(conversation.send(upload, chunk.body(upload.content().body(0, 0))));
    }

    @Given("all its bytes have been uploaded")
    public void allUploaded() {
        uploadWhole(conversation.current());
    }

    @Given("it has been uploaded in chunks of {sizes}")
    public void uploadedInChunks(ChunkSizes sizes) {
        Upload upload = conversation.current();
        for (ByteRange range : Cut.of(upload.length(), sizes.list())) {
            expect.established(conversation.upload(upload, range));
        }
    }

    @Given("every second of its bytes has been uploaded, in no order")
    public void everySecond() {
        Upload upload = conversation.current();
        List<ByteRange> bytes = Cut.of(upload.length(), List.of(1L));
        List<ByteRange> even = bytes.stream().filter(b -> b.first() % 2 == 0).toList();
        Cut.ordered(even, "shuffled", conversation.run().settings().seed())
                .forEach(b -> expect.established(conversation.upload(upload, b)));
    }

    @Given("both have been uploaded in turn")
    public void bothUploadedInTurn() {
        for (ByteRange range : new ByteRange[] {new ByteRange(0, 49), new ByteRange(50, 99)}) {
            for (Upload upload : conversation.uploads()) {
                expect.established(conversation.upload(upload, range));
            }
        }
    }

    @Given("the session has been deleted")
    public void deleted() {
        expect.established(conversation.delete(conversation.current()));
    }

    @Given("the content at its path has been deleted")
    public void contentDeleted() {
        Upload upload = conversation.current();
        expect.established(conversation.sendClaimed(upload, Call.deleteContent(upload.path())));
    }

    @Given("the first session has been deleted")
    public void firstDeleted() {
        expect.established(conversation.delete(conversation.uploads().get(0)));
    }

    @Given("the session has been committed")
    public void committed() {
        expect.established(conversation.commit(conversation.current()));
    }

    @Given("a commit has been refused")
    public void commitRefused() {
        Attempt commit = conversation.commit(conversation.current());
        if (!commit.refused()) {
            throw Undecided.inconclusive("the commit was to be refused, but was answered " + commit.observed());
        }
    }

    private void uploadWhole(Upload upload) {
        expect.established(conversation.upload(upload, new ByteRange(0, upload.length() - 1)));
    }
}
