package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.wire.RequestBody;
import java.util.function.UnaryOperator;

/** The calls of the current upload, well-formed but for what a step makes otherwise. */
final class Requests {

    private final Conversation conversation;

    Requests(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Sends the chunk of that range; if it is accepted, the range counts as uploaded. */
    void chunk(ByteRange range, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        note(range, conversation.probe(upload, change.apply(upload.chunk(range))));
    }

    /** Sends a chunk whose range and body the change has to give; returns what came of it. */
    Attempt bare(UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        return conversation.probe(upload, change.apply(upload.chunk()));
    }

    /** As {@link #bare}, for a chunk that is to count as that range. */
    void bare(ByteRange range, UnaryOperator<Call> change) {
        note(range, bare(change));
    }

    /** Sends a commit, a query or a delete. */
    void send(String operation, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        conversation.probeClaimed(upload, change.apply(call(operation, upload.sessionId())));
    }

    /** The call of that session, unchanged. */
    static Call call(String operation, String sessionId) {
        return switch (operation) {
            case "commit" -> Call.commit(sessionId);
            case "query" -> Call.getSession(sessionId);
            case "delete" -> Call.deleteSession(sessionId);
            default -> throw new IllegalArgumentException("no operation called " + operation);
        };
    }

    /** That many octets of the file from there on. */
    RequestBody body(long first, long length) {
        return conversation.current().content().body(first, length);
    }

    private void note(ByteRange range, Attempt attempt) {
        if (attempt.accepted()) {
            attempt.upload().accepted(range);
        }
    }
}
