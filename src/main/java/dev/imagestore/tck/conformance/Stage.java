package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.StoredFile;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Stores the files that a case needs, and makes sure that they are there, so that nobody else is blamed if they are not.
 */
final class Stage {

    private final Conversation conversation;
    private final Expectations expect;

    Stage(Conversation conversation) {
        this.conversation = conversation;
        this.expect = new Expectations(conversation);
    }

    /**
     * In the way that the case is not about if there is a choice: through sessions, or by plain uploads where the target
     * has no sessions or a file is empty.
     */
    void store(List<Upload> uploads) {
        for (Upload upload : uploads) {
            if (hasSessions() && upload.length() > 0) {
                commit(upload);
            } else if (hasPlainUploads()) {
                put(upload);
            } else {
                throw Undecided.untested("nothing can be stored without upload-file, or upload-chunk and commit");
            }
        }
        uploads.forEach(upload -> verify(upload, hasPlainUploads(), this::put));
    }

    /** By plain uploads. */
    void put(List<Upload> uploads) {
        uploads.forEach(this::put);
        uploads.forEach(upload -> verify(upload, hasSessions() && upload.length() > 0, this::commit));
    }

    /**
     * Where only listings show what is stored, a file that seems wrong may be stored wrongly or listed wrongly. It was
     * stored wrongly if it seems right once it is stored in the other way; else the listing is at fault, and is not
     * spared.
     */
    private void verify(Upload upload, boolean hasOtherWay, Consumer<Upload> otherWay) {
        if (conversation.subject().sight() == Sight.NOTHING || seemsRight(upload)) {
            return;
        }
        if (conversation.subject().sight() == Sight.SIZES) {
            if (!hasOtherWay || !conversation.affords(upload.length())) {
                return;
            }
            otherWay.accept(new Upload(UUID.randomUUID().toString(), upload.path(), upload.content()));
            if (!seemsRight(upload)) {
                return;
            }
        }
        throw Undecided.inconclusive("a precondition failed: %s could not be stored".formatted(upload.path()));
    }

    /** Whether that very file is stored, as far as it can be seen. */
    boolean seemsRight(Upload upload) {
        List<FileContent> candidates = List.of(upload.content());
        return conversation
                .files()
                .glimpse(upload.path(), candidates)
                .filter(stored -> stored instanceof StoredFile.Present present && present.is(0))
                .isPresent();
    }

    private void commit(Upload upload) {
        expect.established(conversation.upload(upload, new ByteRange(0, upload.length() - 1)));
        expect.established(conversation.commit(upload));
    }

    private void put(Upload upload) {
        expect.established(conversation.files().put(upload));
    }

    private boolean hasSessions() {
        return claims(Operation.UPLOAD_CHUNK) && claims(Operation.COMMIT);
    }

    private boolean hasPlainUploads() {
        return claims(Operation.UPLOAD_FILE);
    }

    private boolean claims(Operation operation) {
        return conversation.subject().claims(operation);
    }
}
