package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.SessionReading;
import dev.imagestore.tck.subject.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client can see of an upload at a moment, as far as the instruments at hand reach. */
record Snapshot(Optional<SessionReading> session, Optional<StoredFile> file) {

    /** What is different afterwards, in words. */
    Optional<String> changeTo(Snapshot after) {
        List<String> changes = new ArrayList<>();
        if (session.isPresent() && after.session.isPresent() && !session.get().sameAs(after.session.get())) {
            changes.add("before: %s; after: %s".formatted(session.get(), after.session.get()));
        }
        if (file.isPresent() && after.file.isPresent() && !file.get().sameAs(after.file.get())) {
            changes.add("before: %s; after: %s".formatted(file.get(), after.file.get()));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
    }
}
