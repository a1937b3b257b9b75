package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Page;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A library that remembers what the listing of a single file told, and tells it again. */
final class OwnListings extends ForwardingLibrary {

    private final Map<ContentPath, Listing> remembered = new ConcurrentHashMap<>();

    OwnListings(Library real) {
        super(real);
    }

    @Override
    public Optional<Listing> list(ContentPath path, Page page) throws IOException {
        Optional<Listing> right = super.list(path, page);
        boolean itself = right.filter(listing ->
                        listing.files().stream().anyMatch(file -> file.path().equals(path)))
                .isPresent();
        if (!itself) {
            remembered.remove(path);
            return right;
        }
        return right.map(listing -> remembered.computeIfAbsent(path, p -> listing));
    }
}
