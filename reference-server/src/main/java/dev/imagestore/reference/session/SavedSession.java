package dev.imagestore.reference.session;

import java.time.Instant;

/** A session of an earlier process, told again chunk by chunk in the order in which they were recorded. */
public final class SavedSession {

    private final Upload upload;
    private final Progress progress = new Progress();
    private boolean published;

    public SavedSession(Upload upload) {
        this.upload = upload;
    }

    public Upload upload() {
        return upload;
    }

    /** A chunk was received; of its bytes those count that had not been received before. */
    public void received(ByteRange chunk, Instant at) {
        progress.add(progress.missingFrom(chunk), at);
    }

    /** The file was published. */
    public void published() {
        published = true;
    }

    Progress progress() {
        return progress;
    }

    boolean isPublished() {
        return published;
    }
}
