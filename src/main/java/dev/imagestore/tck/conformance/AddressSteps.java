package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.exchange.Header;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.SessionDescription;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.InstrumentException;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.StoredFile;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Requests whose address, or whose place in the store, is the point. */
public final class AddressSteps {

    private final Conversation conversation;
    private final Expectations expect;
    private final Addresses addresses;

    public AddressSteps(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
        this.addresses = new Addresses(conversation);
    }

    @Given("an upload session for a file of {size} named {raw}")
    public void named(Long length, String name) {
        String folder = conversation.freshPath("");
        conversation.begin(folder + name, conversation.freshContent(length));
    }

    @Given("an upload session for a file of {size} named {raw} in another folder")
    public void namedElsewhere(Long length, String name) {
        named(length, name);
    }

    @Given("an upload session for a file of {size} in {int} folders of {int} letters")
    public void deep(Long length, int folders, int letters) {
        named(length, ("d".repeat(letters) + "/").repeat(folders) + "file.bin");
    }

    @Given("an upload session for a file of {size} at the root of the store")
    public void atTheRoot(Long length) {
        conversation.begin(addresses.outside(), conversation.freshContent(length));
    }

    @Given("a chunk has been taken at the root of the store")
    public void takenAtTheRoot() {
        Upload upload = side(addresses.outside());
        expect.established(conversation.upload(upload, new ByteRange(0, 9)));
    }

    /** A plain upload makes the folder, and a session follows it. */
    @Given("files have been stored in a folder that exists")
    public void storedInAFolder() {
        if (!conversation.subject().claims(Operation.UPLOAD_FILE)) {
            throw Undecided.untested("no folder can be made without upload-file");
        }
        expect.established(conversation.files().put(side(conversation.freshPath("there/one.bin"))));
        Upload second = side(conversation.freshPath("there/two.bin"));
        expect.established(conversation.upload(second, new ByteRange(0, second.length() - 1)));
        expect.established(conversation.commit(second));
        if (!conversation.stage().seemsRight(second)) {
            throw Undecided.inconclusive("a precondition failed: no file could be stored in a folder that exists");
        }
    }

    /** An upload beside those that the scenario is about. */
    private Upload side(String path) {
        return new Upload(UUID.randomUUID().toString(), path, conversation.freshContent(20));
    }

    @Given("an upload session for a file of {size} under the path of its folder")
    public void atItsFolder(Long length) {
        conversation.begin(Addresses.folder(conversation.current()), conversation.freshContent(length));
    }

    @When("the client uploads bytes {ranges} to {raw}")
    public void uploadTo(Ranges ranges, String address) {
        for (ByteRange range : ranges.list()) {
            Call call = conversation.current().chunk(range);
            uploadTo(range, call.to(addresses.target(address, call.target())));
        }
    }

    @When("the client uploads bytes {ranges} by the method {raw}")
    public void uploadBy(Ranges ranges, String method) {
        ByteRange range = ranges.list().get(0);
        uploadTo(range, conversation.current().chunk(range).method(method));
    }

    @When("the client uploads bytes {ranges} for a second host as well")
    public void uploadForTwoHosts(Ranges ranges) {
        ByteRange range = ranges.list().get(0);
        uploadTo(
                range,
                conversation
                        .current()
                        .chunk(range)
                        .header(
                                "Host",
                                java.net
                                        .URI
                                        .create(conversation.subject().url())
                                        .getAuthority())
                        .header("Host", "elsewhere.example"));
    }

    /** The request of a published client, octet for octet but for its body, which it leaves out. */
    @When("the client uploads bytes {ranges} as azure-servicefabric does")
    public void uploadAsPublished(Ranges ranges) {
        ByteRange range = ranges.list().get(0);
        uploadTo(
                range,
                conversation
                        .current()
                        .chunk(range)
                        .to(addresses.expand("/ImageStore/{component}/$/UploadChunk"
                                + "?api-version=6.0&session-id={id}&timeout=60"))
                        .headers(List.of(
                                new Header("Content-Type", "application/json; charset=utf-8"),
                                new Header("Content-Range", "bytes %s/%d".formatted(range, length())))));
    }

    @When("^the client sends ([A-Z]+) to \"(.*)\"$")
    public void sendTo(String method, String address) {
        Call usual = Call.getSession(conversation.current().sessionId());
        Call call = usual.method(method).to(addresses.target(address, usual.target()));
        conversation.probe(conversation.current(), call.as(operation(method, address)));
    }

    /** A question that must have no effect, whether it is answered or not. */
    @When("^the client asks by ([A-Z]+) at \"(.*)\"$")
    public void askAt(String method, String address) {
        Call usual = Call.getSession(conversation.current().sessionId());
        Attempt asked = conversation.send(
                conversation.current(), usual.method(method).to(addresses.target(address, usual.target())));
        expect.check(asked.status() > 0, "an answer", asked.observed());
    }

    @When("the client makes a plain upload of {long} bytes to {raw}")
    public void plainUploadTo(long length, String address) {
        Upload upload = conversation.current();
        Call call = Call.uploadFile(upload.path());
        conversation.probe(
                upload,
                call.to(addresses.target(address, call.target()))
                        .body(upload.content().body(0, length)));
    }

    @When("the client asks for a copy from {raw} to {raw}")
    public void copy(String from, String to) {
        conversation.probe(
                conversation.current(),
                Call.copy("{\"RemoteSource\":\"%s\",\"RemoteDestination\":\"%s\"}".formatted(json(from), json(to))));
    }

    /** In which letters is a matter of QRY-11: a store whose names have no case may describe them in small ones. */
    @Then("the session is known under the path {raw}")
    public void knownUnder(String path) {
        String expected = addresses.expand(path);
        String reported = expect.known(conversation.current()).path();
        expect.check(
                Optional.of("QRY-02"),
                separated(reported.toLowerCase(Locale.ROOT)).equals(separated(expected.toLowerCase(Locale.ROOT))),
                "the path " + expected,
                "the path " + reported);
    }

    @Then("the chunk is refused, or taken under another path than {raw}")
    public void refusedOrTakenUnderAnother(String path) {
        Attempt attempt = conversation.lastAttempt();
        expect.refusedOrAccepted(attempt);
        if (attempt.accepted() && conversation.subject().claims(Operation.GET_SESSION)) {
            String wrong = addresses.expand(path);
            String reported = expect.known(attempt.upload()).path();
            expect.check(
                    !separated(reported).equals(separated(wrong)),
                    "another path than " + wrong,
                    "a session for " + reported);
        }
    }

    @Then("the chunk is refused, or taken under a path without dot segments")
    public void refusedOrNoDots() {
        Attempt attempt = conversation.lastAttempt();
        expect.refusedOrAccepted(attempt);
        if (attempt.accepted() && conversation.subject().claims(Operation.GET_SESSION)) {
            SessionDescription session = expect.known(attempt.upload());
            expect.check(
                    separated(session.path()).stream().noneMatch(s -> s.equals("..")),
                    "a path below the root of the store",
                    "a session for " + session.path());
        }
    }

    /** Wherever it lands by its name, it lands inside, or it would not be found there. */
    @Then("the commit is refused, or the file is stored under its own name")
    public void underItsOwnName() {
        Attempt commit = conversation.lastAttempt();
        expect.refusedOrAccepted(commit);
        if (!commit.accepted()) {
            return;
        }
        Upload upload = commit.upload();
        Optional<StoredFile> stored = shown(upload);
        // A store whose names are mere strings may count a slash in front as a part of the name.
        if (stored.filter(file -> !holds(file)).isPresent()) {
            stored = shown(new Upload(upload.sessionId(), "/" + upload.path(), upload.content()));
        }
        StoredFile found = stored.orElseThrow(() -> Undecided.untested("the content oracle cannot show the path"));
        expect.check(holds(found), "the file under " + upload.path(), found.toString());
    }

    /** What would be seen of the folder above. */
    @Then("the answer lists nothing")
    public void listsNothing() {
        Attempt attempt = conversation.lastAttempt();
        expect.check(!attempt.accepted() || !lists(attempt), "no listing", attempt.observed());
    }

    @Then("^a 405 allows ([A-Z]+)$")
    public void allows(String method) {
        Attempt attempt = conversation.lastAttempt();
        if (attempt.status() == 405) {
            String allow =
                    String.join(", ", attempt.exchange().answer().orElseThrow().headers("Allow"));
            expect.check(
                    Arrays.asList(allow.split("\\s*,\\s*")).contains(method),
                    "an Allow field with " + method,
                    "Allow: " + allow);
        }
    }

    private void uploadTo(ByteRange range, Call call) {
        Attempt attempt = conversation.probe(conversation.current(), call);
        if (attempt.accepted()) {
            conversation.current().accepted(range);
        }
    }

    private Optional<StoredFile> shown(Upload upload) {
        try {
            return Optional.of(conversation.stored(upload, List.of(upload.content())));
        } catch (InstrumentException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(StoredFile stored) {
        return stored instanceof StoredFile.Present present && present.is(0);
    }

    private long length() {
        return conversation.current().length();
    }

    private String json(String path) {
        return addresses.expand(path).replace("\\", "\\\\");
    }

    private static boolean lists(Attempt attempt) {
        String text = attempt.exchange().answer().orElseThrow().text();
        return text.contains("\"StoreFiles\"") || text.contains("\"StoreFolders\"");
    }

    /** What an address asks for, by its words and else by its method. */
    private static Operation operation(String method, String address) {
        if (address.contains("UploadChunk")) {
            return Operation.UPLOAD_CHUNK;
        }
        if (address.contains("CommitUploadSession")) {
            return Operation.COMMIT;
        }
        if (address.contains("DeleteUploadSession")) {
            return Operation.DELETE_SESSION;
        }
        return method.equals("DELETE") ? Operation.DELETE : Operation.LIST;
    }

    /** The segments, whichever separator stands between them. */
    private static List<String> separated(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("[/\\\\]+")));
        segments.removeIf(String::isEmpty);
        return segments;
    }
}
