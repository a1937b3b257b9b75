package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.FileContent;

/** One file on its way: the session, the path, the bytes, and what the target has accepted of them. */
final class Upload {

    private final String sessionId;
    private final String path;
    private final FileContent content;
    private RangeSet accepted = RangeSet.EMPTY;
    private boolean ended;

    Upload(String sessionId, String path, FileContent content) {
        this.sessionId = sessionId;
        this.path = path;
        this.content = content;
    }

    String sessionId() {
        return sessionId;
    }

    OpenSession session() {
        return new OpenSession(sessionId, path);
    }

    String path() {
        return path;
    }

    /** Whether a description speaks of this path. Either separator will do, and separators at the ends say nothing. */
    boolean isAt(String described) {
        return described.replace('\\', '/').replaceAll("^/+|/+$", "").equals(path);
    }

    FileContent content() {
        return content;
    }

    long length() {
        return content.length();
    }

    /** The well-formed chunk of that range. */
    Call chunk(ByteRange range) {
        return chunk().range(range, length()).body(content.body(range.first(), range.length()));
    }

    /** A chunk without a range and a body. */
    Call chunk() {
        return Call.chunk(path, sessionId);
    }

    synchronized void accepted(ByteRange range) {
        accepted = accepted.plus(RangeSet.of(range));
    }

    /** What is missing by the target's answers to the chunks. */
    synchronized RangeSet missing() {
        return RangeSet.whole(length()).minus(accepted);
    }

    /** The session was committed or deleted. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
