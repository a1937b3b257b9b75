package dev.imagestore.tck.conformance;

import dev.imagestore.tck.conformance.Vocabulary.Ranges;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Locale;
import java.util.UUID;

/** Session ids in their many forms. */
public final class IdentitySteps {

    private static final int VERSION = 14;
    private static final int VARIANT = 19;

    private final Conversation conversation;

    public IdentitySteps(Conversation conversation) {
        this.conversation = conversation;
    }

    /** A way to write a GUID, applied to one. */
    @ParameterType("in braces|in parentheses|as a URN|without hyphens|in upper case|in mixed case")
    public Form form(String text) {
        return new Form(text);
    }

    /** A way to write a GUID. */
    public record Form(String name) {
        String of(String id) {
            return switch (name) {
                case "in braces" -> "%7B" + id + "%7D";
                case "in parentheses" -> "(" + id + ")";
                case "as a URN" -> "urn:uuid:" + id;
                case "without hyphens" -> id.replace("-", "");
                case "in upper case" -> id.toUpperCase(Locale.ROOT);
                default -> id.substring(0, VARIANT) + id.substring(VARIANT).toUpperCase(Locale.ROOT);
            };
        }
    }

    @Given("an upload session for a file of {size} with an id {form}")
    public void written(Long length, Form form) {
        begin(form.of(letters(UUID.randomUUID().toString())), length);
    }

    @Given("^an upload session for a file of 100 bytes with an id of version (.) and variant (.)$")
    public void ofVersion(String version, String variant) {
        StringBuilder id = new StringBuilder(UUID.randomUUID().toString());
        id.setCharAt(VERSION, version.charAt(0));
        id.setCharAt(VARIANT, variant.charAt(0));
        begin(id.toString(), 100);
    }

    /** Prefix and suffix of an id that stands for itself, as no two runs must share one. */
    @When("the client uploads bytes {ranges} with the session id {form}")
    public void upload(Ranges ranges, Form form) {
        Upload upload = conversation.current();
        for (ByteRange range : ranges.list()) {
            Call call = upload.chunk(range).with("session-id", form.of(upload.sessionId()));
            if (conversation.probe(upload, call).accepted()) {
                upload.accepted(range);
            }
        }
    }

    @When(
            "^the client sends a (commit|query|delete) with the session id (in braces|in parentheses|as a URN|without hyphens"
                    + "|in upper case)$")
    public void send(String operation, String form) {
        Upload upload = conversation.current();
        Call call = Requests.call(operation, upload.sessionId());
        conversation.probeClaimed(upload, call.with("session-id", new Form(form).of(upload.sessionId())));
    }

    @When("the client uploads bytes {ranges} with its session id and then another")
    public void uploadWithTwo(Ranges ranges) {
        Upload upload = conversation.current();
        ByteRange range = ranges.list().get(0);
        String two = upload.sessionId() + "&session-id=" + UUID.randomUUID();
        if (conversation
                .probe(upload, upload.chunk(range).with("session-id", two))
                .accepted()) {
            upload.accepted(range);
        }
    }

    @When("the client uploads bytes {ranges} over a connection of their own")
    public void uploadAlone(Ranges ranges) {
        Upload upload = conversation.current();
        for (ByteRange range : ranges.list()) {
            Call call = upload.chunk(range).header("Connection", "close");
            if (conversation.send(upload, call).accepted()) {
                upload.accepted(range);
            }
        }
    }

    private void begin(String id, long length) {
        conversation.begin(id, conversation.freshPath("file.bin"), conversation.freshContent(length));
    }

    /** With letters on both sides of the middle, so that its case can be told. */
    private static String letters(String id) {
        return "a" + id.substring(1, VARIANT + 1) + "bc" + id.substring(VARIANT + 3);
    }
}
