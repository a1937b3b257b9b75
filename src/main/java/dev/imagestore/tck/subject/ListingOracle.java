package dev.imagestore.tck.subject;

import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.protocol.RangeSet;
import java.util.List;
import java.util.Optional;

/** Sees through the target's own listings which files there are and how long they are, never what is in them. */
final class ListingOracle implements ContentOracle {

    private final ImageStore store;
    private final ImageStore.Origin origin;

    ListingOracle(ImageStore store, ImageStore.Origin origin) {
        this.store = store;
        this.origin = origin;
    }

    /** @throws UnreadableListingException when the listing of the file's folder says nothing */
    @Override
    public StoredFile read(String path, List<FileContent> candidates) {
        int name = path.lastIndexOf('/');
        ListingReading listing = store.listing(name < 0 ? path : path.substring(0, name), origin);
        if (listing.state() == ListingReading.State.UNREADABLE) {
            throw new UnreadableListingException("a listing could not be read: " + listing.observed());
        }
        Optional<ListedFile> file = listing.file(path);
        if (file.isEmpty()) {
            return new StoredFile.Absent();
        }
        long length = file.get()
                .size()
                .orElseThrow(() -> new UnreadableListingException("a listing gives no size for " + path));
        return new StoredFile.Present(
                length,
                Optional.empty(),
                candidates.stream()
                        .map(c -> new ContentComparison(c.length(), length, -1, 0, RangeSet.EMPTY))
                        .toList());
    }
}
