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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out a content oracle that cannot be trusted, by two files that were just put and one that never was. A target may
 * store wrong bytes, so that alone is no lie: it takes a contradiction to what the target lists, or of the oracle to itself,
 * and whatever way the files were stored.
 */
final class OracleCheck {

    private static final long SHORT = 1 << 10;
    private static final long LONG = 2 << 10;
    private static final String ONE = "one.bin";
    private static final String OTHER = "other.bin";

    /** The most bytes that the check sends. */
    static final long STORES = Way.values().length * (SHORT + LONG);

    private final Subject subject;
    private final RunSettings settings;
    private final ImageStore.Origin origin;
    private final ContentOracle oracle;
    private final FileContent one;
    private final FileContent other;

    /** How a file gets into the store. */
    private enum Way {
        UPLOADED,
        COMMITTED;

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    OracleCheck(Subject subject, RunSettings settings, ContentOracle oracle, ImageStore.Origin origin) {
        this.subject = subject;
        this.settings = settings;
        this.oracle = oracle;
        this.origin = origin;
        this.one = FileContent.seeded(settings.seed(), SHORT);
        this.other = FileContent.seeded(~settings.seed(), LONG);
    }

    /** Why the oracle cannot be trusted, if so. */
    Optional<String> lie() {
        try {
            if (oracle.read(path("never-put.bin"), List.of()) instanceof StoredFile.Present file) {
                return Optional.of("it shows %s where nothing was ever put".formatted(file));
            }
            Optional<String> lie = Optional.empty();
            for (Way way : Way.values()) {
                if (stored(way)) {
                    lie = lie(way);
                    if (lie.isEmpty()) {
                        return lie;
                    }
                }
            }
            return lie;
        } catch (InstrumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> lie(Way way) {
        StoredFile first = oracle.read(path(way, ONE), List.of(one));
        StoredFile second = oracle.read(path(way, OTHER), List.of(other));
        if (!subject.claims(Operation.LIST) || !subject.isNewEnoughFor(Operation.LIST)) {
            return oneForAll(first, second);
        }
        ListingReading listing = subject.store().listing(path(way.folder()), origin);
        boolean listedSo = isListed(listing, path(way, ONE), first) && isListed(listing, path(way, OTHER), second);
        return (listedSo ? Optional.<String>empty() : oneForAll(first, second))
                .or(() -> contradiction(listing, path(way, ONE), one, first))
                .or(() -> contradiction(listing, path(way, OTHER), other, second));
    }

    private static Optional<String> oneForAll(StoredFile first, StoredFile second) {
        return first instanceof StoredFile.Present && first.sameAs(second)
                ? Optional.of("it shows %s for two files that differ".formatted(first))
                : Optional.empty();
    }

    private static Optional<String> contradiction(
            ListingReading listing, String path, FileContent put, StoredFile seen) {
        boolean fits = seen instanceof StoredFile.Present present && present.length() == put.length();
        return isListed(listing, path, put.length()) && !fits
                ? Optional.of("it shows %s for %s, which was put with %d bytes and is listed with them"
                        .formatted(seen, path, put.length()))
                : Optional.empty();
    }

    private static boolean isListed(ListingReading listing, String path, StoredFile seen) {
        return seen instanceof StoredFile.Present present && isListed(listing, path, present.length());
    }

    private static boolean isListed(ListingReading listing, String path, long length) {
        return listing.file(path)
                .flatMap(ListedFile::size)
                .filter(size -> size == length)
                .isPresent();
    }

    /** Both files, that way. */
    private boolean stored(Way way) {
        return switch (way) {
            case UPLOADED ->
                subject.claims(Operation.UPLOAD_FILE)
                        && uploaded(path(way, ONE), one)
                        && uploaded(path(way, OTHER), other);
            case COMMITTED ->
                subject.claims(Operation.UPLOAD_CHUNK)
                        && subject.claims(Operation.COMMIT)
                        && committed(path(way, ONE), one)
                        && committed(path(way, OTHER), other);
        };
    }

    private boolean uploaded(String path, FileContent content) {
        return accepted(Call.uploadFile(path).body(content.body(0, content.length())));
    }

    private boolean committed(String path, FileContent content) {
        String session = UUID.randomUUID().toString();
        boolean stored = accepted(Call.chunk(path, session)
                        .range(new ByteRange(0, content.length() - 1), content.length())
                        .body(content.body(0, content.length())))
                && accepted(Call.commit(session));
        CleanUp cleanUp = new CleanUp(subject);
        if (!stored && cleanUp.endsSessions()) {
            cleanUp.sessions(List.of(new OpenSession(session, path)));
        }
        return stored;
    }

    private boolean accepted(Call call) {
        Exchange exchange = subject.store().send(call, origin);
        return exchange.answered() && exchange.status().orElse(0) / 100 == 2;
    }

    private String path(Way way, String name) {
        return path(way.folder() + "/" + name);
    }

    private String path(String name) {
        return settings.folder() + "/oracle/" + name;
    }
}
