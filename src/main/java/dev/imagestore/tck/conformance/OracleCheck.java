package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.ListedFile;
import dev.imagestore.tck.subject.Call;
import dev.imagestore.tck.subject.ContentOracle;
import dev.imagestore.tck.subject.FileContent;
import dev.imagestore.tck.subject.ImageStore;
import dev.imagestore.tck.subject.InstrumentException;
import dev.imagestore.tck.subject.ListingReading;
import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.StoredFile;
import dev.imagestore.tck.subject.Subject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out a content oracle that cannot be trusted, by two files that were just put and one that never was. A target may
 * store wrong bytes, so that alone is no lie: it takes a contradiction to what the target lists, or of the oracle to itself.
 */
final class OracleCheck {

    private static final long SHORT = 1 << 10;
    private static final long LONG = 2 << 10;

    /** The most bytes that the check sends. */
    static final long STORES = SHORT + LONG;

    private final Subject subject;
    private final RunSettings settings;
    private final ImageStore.Origin origin;
    private final ContentOracle oracle;

    OracleCheck(Subject subject, RunSettings settings, ContentOracle oracle, ImageStore.Origin origin) {
        this.subject = subject;
        this.settings = settings;
        this.oracle = oracle;
        this.origin = origin;
    }

    /** Why the oracle cannot be trusted, if so. */
    Optional<String> lie() {
        try {
            if (oracle.read(path("never-put.bin"), List.of()) instanceof StoredFile.Present file) {
                return Optional.of("it shows %s where nothing was ever put".formatted(file));
            }
            FileContent one = FileContent.seeded(settings.seed(), SHORT);
            FileContent other = FileContent.seeded(~settings.seed(), LONG);
            boolean stored = put("one.bin", one) && put("other.bin", other);
            return stored ? lie(one, other) : Optional.empty();
        } catch (InstrumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> lie(FileContent one, FileContent other) {
        StoredFile first = oracle.read(path("one.bin"), List.of(one));
        StoredFile second = oracle.read(path("other.bin"), List.of(other));
        if (first instanceof StoredFile.Present && first.sameAs(second)) {
            return Optional.of("it shows %s for two files that differ".formatted(first));
        }
        if (!subject.claims(Operation.LIST) || !subject.isNewEnoughFor(Operation.LIST)) {
            return Optional.empty();
        }
        ListingReading listing = subject.store().listing(settings.folder() + "/oracle", origin);
        return contradiction(listing, "one.bin", one, first)
                .or(() -> contradiction(listing, "other.bin", other, second));
    }

    private Optional<String> contradiction(ListingReading listing, String name, FileContent put, StoredFile seen) {
        boolean listed = listing.file(path(name))
                .flatMap(ListedFile::size)
                .filter(size -> size == put.length())
                .isPresent();
        boolean fits = seen instanceof StoredFile.Present present && present.length() == put.length();
        return listed && !fits
                ? Optional.of("it shows %s for %s, which was put with %d bytes and is listed with them"
                        .formatted(seen, path(name), put.length()))
                : Optional.empty();
    }

    private boolean put(String name, FileContent content) {
        if (subject.claims(Operation.UPLOAD_FILE)) {
            return accepted(Call.uploadFile(path(name)).body(content.body(0, content.length())));
        }
        if (!subject.claims(Operation.UPLOAD_CHUNK) || !subject.claims(Operation.COMMIT)) {
            return false;
        }
        String session = UUID.randomUUID().toString();
        boolean stored = accepted(Call.chunk(path(name), session)
                        .range(new ByteRange(0, content.length() - 1), content.length())
                        .body(content.body(0, content.length())))
                && accepted(Call.commit(session));
        CleanUp cleanUp = new CleanUp(subject);
        if (!stored && cleanUp.endsSessions()) {
            cleanUp.sessions(List.of(new OpenSession(session, path(name))));
        }
        return stored;
    }

    private boolean accepted(Call call) {
        Exchange exchange = subject.store().send(call, origin);
        return exchange.answered() && exchange.status().orElse(0) / 100 == 2;
    }

    private String path(String name) {
        return settings.folder() + "/oracle/" + name;
    }
}
