package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.wire.RequestBody;
import java.util.function.UnaryOperator;

/** The calls of the current upload, well-formed but for what a step makes otherwise. */
final class Requests {

    /** Operations of the family beside those on a session by its id, as a pattern. */
    static final String OTHERS =
            "(query by path|listing|listing of the root|listing of nothing|plain upload|deletion of the file|copy"
                    + "|request for a folder's size|request for the root's size|request for information)";

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

    /** Sends one of {@link #OTHERS}, about the path of the current upload. */
    void make(String operation, UnaryOperator<Call> change) {
        Upload upload = conversation.current();
        Call call = switch (operation) {
            case "query by path" -> Call.getSessions(upload.path());
            case "listing" -> Call.list(upload.path());
            case "listing of the root" -> Call.listRoot();
            case "listing of nothing" -> Call.list(upload.path() + ".absent");
            case "plain upload" -> Call.uploadFile(upload.path()).body(body(0, upload.length()));
            case "deletion of the file" -> Call.deleteContent(upload.path());
            case "request for a folder's size" -> Call.folderSize(Addresses.folder(upload));
            case "request for the root's size" -> Call.rootFolderSize();
            case "request for information" -> Call.info();
            case "copy" -> copy(upload.path(), conversation.freshPath("copy.bin"));
            default -> throw new IllegalArgumentException("no operation called " + operation);
        };
        conversation.probe(upload, change.apply(call));
    }

    private static Call copy(String from, String to) {
        return Call.copy("{\"RemoteSource\":\"%s\",\"RemoteDestination\":\"%s\"}".formatted(from, to));
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
