package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ApiVersion;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.wire.RequestBody;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.function.UnaryOperator;

/** Requests with one thing about them that is to be judged: a header, a parameter, an id. */
public final class RequestSteps {

    private static final ApiVersion FAR = new ApiVersion(999, 0);

    private final Conversation conversation;

    public RequestSteps(Conversation conversation) {
        this.conversation = conversation;
    }

    @When("the client uploads {long} bytes under Content-Range {raw}")
    public void uploadUnder(long length, String header) {
        probe(call -> call.header("Content-Range", header).body(body(0, length)));
    }

    @When("the client uploads {long} bytes under Content-Range {raw} and {raw}")
    public void uploadUnderTwo(long length, String first, String second) {
        probe(call -> call.header("Content-Range", first)
                .header("Content-Range", second)
                .body(body(0, length)));
    }

    @When("the client uploads {long} bytes without Content-Range")
    public void uploadWithoutRange(long length) {
        probe(call -> call.body(body(0, length)));
    }

    @When("the client uploads bytes {ranges} under Content-Range {raw}")
    public void uploadRangeUnder(Ranges ranges, String header) {
        ByteRange range = only(ranges);
        probe(call -> call.header("Content-Range", header).body(body(range.first(), range.length())));
    }

    @When("the client uploads bytes {ranges} with {word} {raw}")
    public void uploadWithParameter(Ranges ranges, String parameter, String value) {
        chunk(ranges, call -> call.with(parameter, value));
    }

    @When("the client uploads bytes {ranges} without api-version")
    public void uploadWithoutVersion(Ranges ranges) {
        chunk(ranges, call -> call.without("api-version"));
    }

    @When("the client uploads bytes {ranges} without a session id")
    public void uploadWithoutId(Ranges ranges) {
        chunk(ranges, call -> call.without("session-id"));
    }

    @When("the client uploads bytes {ranges} with the session id {raw}")
    public void uploadWithId(Ranges ranges, String id) {
        chunk(ranges, call -> call.with("session-id", id));
    }

    @When(
            "^the client uploads bytes (\\d+-\\d+) with (the runtime's version|the next minor version|the next major version"
                    + "|a version far above)$")
    public void uploadWithVersion(String range, String which) {
        chunk(new Vocabulary().ranges(range), call -> call.with("api-version", version(which)));
    }

    @When("the client uploads bytes {ranges} to another path under the same id")
    public void uploadElsewhere(Ranges ranges) {
        String path = conversation.freshPath("file.bin") + "-elsewhere/file.bin";
        chunk(ranges, call -> elsewhere(call, path));
    }

    @When("the client uploads bytes {ranges} to another name in the same folder under the same id")
    public void uploadBeside(Ranges ranges) {
        chunk(ranges, call -> elsewhere(call, conversation.current().path() + "2"));
    }

    @When("^the client uploads foreign bytes with (.+)$")
    public void uploadForeign(String defect) {
        Upload upload = conversation.current();
        FileContent foreign = FileContent.seeded(~conversation.run().settings().seed(), upload.length());
        Call valid = upload.chunk().range(new ByteRange(0, 49), upload.length()).body(foreign.body(0, 50));
        Call call = switch (defect) {
            case "another file length" ->
                upload.chunk().range(new ByteRange(0, 49), upload.length() + 1).body(foreign.body(0, 50));
            case "a last position past the end" ->
                upload.chunk()
                        .range(new ByteRange(0, upload.length() + 20), upload.length())
                        .body(foreign.body(0, upload.length() + 21));
            case "another path" -> elsewhere(valid, conversation.freshPath("elsewhere.bin"));
            case "no Content-Range" -> upload.chunk().body(foreign.body(0, 50));
            case "no api-version" -> valid.without("api-version");
            default -> throw new IllegalArgumentException("no defect called " + defect);
        };
        conversation.probe(upload, call);
    }

    @Given("^foreign bytes with (.+) have been refused$")
    public void foreignRefused(String defect) {
        uploadForeign(defect);
        Attempt attempt = conversation.lastAttempt();
        if (!attempt.refused()) {
            throw Undecided.inconclusive("the chunk was to be refused, but was answered " + attempt.observed());
        }
    }

    @When("the client makes a plain upload of {long} bytes under Content-Range {raw}")
    public void plainUpload(long length, String header) {
        Upload upload = conversation.current();
        conversation.probe(
                upload,
                Call.uploadFile(upload.path()).header("Content-Range", header).body(body(0, length)));
    }

    @When("^the client sends a (commit|query|delete)$")
    public void send(String operation) {
        send(operation, UnaryOperator.identity());
    }

    @When("^the client sends a (commit|query|delete) with Content-Range \"(.*)\"$")
    public void sendWithRange(String operation, String header) {
        send(operation, call -> call.header("Content-Range", header));
    }

    @When("^the client sends a (commit|query|delete) with (timeout|api-version) \"(.*)\"$")
    public void sendWithParameter(String operation, String parameter, String value) {
        send(operation, call -> call.with(parameter, value));
    }

    @When("^the client sends a (commit|query|delete) with the session id \"(.*)\"$")
    public void sendWithId(String operation, String id) {
        send(operation, call -> call.with("session-id", id));
    }

    @When("^the client sends a (commit|query|delete) with no session id$")
    public void sendWithoutId(String operation) {
        send(operation, call -> call.without("session-id"));
    }

    @When("^the client sends a (commit|query|delete) without api-version$")
    public void sendWithoutVersion(String operation) {
        send(operation, call -> call.without("api-version"));
    }

    @When("^the client sends a (commit|query|delete) with (the runtime's version|the next major version)$")
    public void sendWithVersion(String operation, String which) {
        send(operation, call -> call.with("api-version", version(which)));
    }

    private void chunk(Ranges ranges, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        ByteRange range = only(ranges);
        Attempt attempt = conversation.probe(upload, change.apply(upload.chunk(range)));
        if (attempt.accepted()) {
            upload.accepted(range);
        }
    }

    private void probe(UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        conversation.probe(upload, change.apply(upload.chunk()));
    }

    private void send(String operation, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        conversation.probeClaimed(upload, change.apply(call(operation, upload.sessionId())));
    }

    static Call call(String operation, String sessionId) {
        return switch (operation) {
            case "commit" -> Call.commit(sessionId);
            case "query" -> Call.getSession(sessionId);
            default -> Call.deleteSession(sessionId);
        };
    }

    private RequestBody body(long first, long length) {
        return conversation.current().content().body(first, length);
    }

    private String version(String which) {
        ApiVersion runtime = conversation
                .subject()
                .runtimeVersion()
                .orElseThrow(() -> Undecided.untested("the version of the target's runtime was not stated"));
        ApiVersion version = switch (which) {
            case "the runtime's version" -> runtime;
            case "the next minor version" -> runtime.nextMinor();
            case "the next major version" -> runtime.nextMajor();
            default -> FAR;
        };
        return version.toString();
    }

    private static Call elsewhere(Call call, String path) {
        return call.at(Call.chunk(path, "").path());
    }

    private static ByteRange only(Ranges ranges) {
        if (ranges.list().size() != 1) {
            throw new IllegalArgumentException("one range was expected, not " + ranges.set());
        }
        return ranges.list().get(0);
    }
}
