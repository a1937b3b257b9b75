package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where content was deleted, what is committed later is lost. */
final class DeletedForGood {

    static final Mutant MUTANT = Mutant.of(
            "deleted-for-good",
            "GET-08",
            Family.DELETE,
            3,
            "A commit to a path that was deleted is a success, but the file does not come.",
            DeletedForGood::into);

    private DeletedForGood() {}

    private static Collaborators into(Collaborators parts) {
        Set<ContentPath> deleted = ConcurrentHashMap.newKeySet();
        return parts.with(new ForwardingLibrary(parts.library()) {
                    @Override
                    public void delete(ContentPath path) throws IOException {
                        super.delete(path);
                        deleted.add(path);
                    }
                })
                .with(new ForwardingStore(parts.store()) {
                    @Override
                    public void publish(Upload upload) throws IOException {
                        if (!deleted.contains(upload.path())) {
                            super.publish(upload);
                        }
                    }
                });
    }
}
