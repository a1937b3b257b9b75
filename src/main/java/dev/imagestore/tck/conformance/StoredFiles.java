package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ContentOracle;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.Sight;
import dev.imagestore.tck.subject.StoredFile;
import dev.imagestore.tck.subject.UnreadableListingException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The stored files as a case sees them. */
final class StoredFiles {

    private final Conversation conversation;
    private final Supplier<ImageStore.Origin> origin;

    StoredFiles(Conversation conversation, Supplier<ImageStore.Origin> origin) {
        this.conversation = conversation;
        this.origin = origin;
    }

    /** What is stored under the path. That only its length was seen, if so, is noted: it may not be enough for the case. */
    StoredFile read(String path, List<FileContent> candidates) {
        StoredFile stored = view().read(path, candidates);
        if (stored instanceof StoredFile.Present present && present.sha256().isEmpty()) {
            conversation.log().sawLengthOnly(lengthTells(path, candidates));
            conversation.log().witness("GET-01");
            conversation.log().witness("GET-02");
        } else if (conversation.subject().sight() == Sight.SIZES) {
            conversation.log().witness("GET-01");
        }
        return stored;
    }

    /** As {@link #read}, in passing: no check rests on it, and what cannot be seen is empty. */
    Optional<StoredFile> glimpse(String path, List<FileContent> candidates) {
        try {
            return conversation.subject().view(origin.get()).map(view -> view.read(path, candidates));
        } catch (UnreadableListingException e) {
            return Optional.empty();
        }
    }

    /** Sends the whole file as a plain upload. */
    Attempt put(Upload upload) {
        return put(upload, Call.uploadFile(upload.path()).body(upload.content().body(0, upload.length())));
    }

    /** As {@link #put(Upload)}, by a call that is special in some way. */
    Attempt put(Upload upload, Call call) {
        return conversation.sendClaimed(upload, call);
    }

    /** Whether no two files that may be there are equally long. */
    private boolean lengthTells(String path, List<FileContent> candidates) {
        Stream<FileContent> had = conversation.uploads().stream()
                .filter(u -> u.path().equals(path))
                .map(Upload::content);
        List<FileContent> possible =
                Stream.concat(candidates.stream(), had).distinct().toList();
        return possible.stream().map(FileContent::length).distinct().count() == possible.size();
    }

    private ContentOracle view() {
        return conversation
                .subject()
                .view(origin.get())
                .orElseThrow(
                        () -> Undecided.untested("neither a content oracle nor list: stored files cannot be seen"));
    }
}
