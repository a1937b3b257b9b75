package dev.imagestore.reference.store;

import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Behaviour.AfterCommit;
import dev.imagestore.reference.session.Admission;
import dev.imagestore.reference.session.BodyEnd;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.Deletion;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionLimits;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Settlement;
import dev.imagestore.reference.session.UploadSessions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A store and its sessions, without a network: what a server does for each request, in one thread. */
final class StoredSessions implements Closeable {

    static final Duration LIFETIME = Duration.ofMinutes(30);
    static final String BOOT = "this-boot";

    final StoreLayout layout;
    final DiskStore store;
    final UploadSessions sessions;
    private final Clock clock;

    private StoredSessions(Path root, Clock clock, Behaviour behaviour, String boot) throws IOException {
        this.layout = new StoreLayout(root);
        this.clock = clock;
        this.store = DiskStore.open(layout, behaviour.afterCommit() == AfterCommit.KEPT, clock, boot);
        SessionLimits limits = new SessionLimits(1L << 40, 1000, 1L << 40, LIFETIME);
        this.sessions = new UploadSessions(behaviour, limits, clock, store.serialsAfter());
        this.store.resume(sessions::resume);
    }

    static StoredSessions start(Path root, Clock clock) throws IOException {
        return start(root, clock, Behaviour.documented(), BOOT);
    }

    static StoredSessions start(Path root, Clock clock, Behaviour behaviour, String boot) throws IOException {
        return new StoredSessions(root, clock, behaviour, boot);
    }

    /** Copies the folder as it is: what a server that was killed at this moment leaves behind. */
    Path killed(Path copy) throws IOException {
        copy(layout.root(), copy);
        return copy;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    Optional<Reservation> admit(SessionId id, ContentPath path, ContentRange chunk) {
        return sessions.admit(id, path, chunk) instanceof Admission.Admitted admitted
                ? Optional.of(admitted.reservation())
                : Optional.empty();
    }

    /** Uploads a chunk of a file; whether it was acknowledged. */
    boolean upload(SessionId id, ContentPath path, byte[] file, ByteRange range) {
        Optional<Reservation> reservation = admit(id, path, new ContentRange(range, file.length));
        return reservation.isPresent() && store(reservation.get(), file);
    }

    /** Writes an admitted chunk of a file and settles it; whether it was acknowledged. */
    boolean store(Reservation reservation, byte[] file) {
        BodyEnd end = BodyEnd.WHOLE;
        if (!reservation.missing().isEmpty()) {
            try (ChunkWriter writer = store.writer(reservation.upload())) {
                for (ByteRange part : reservation.missing()) {
                    writer.write(ByteBuffer.wrap(file, (int) part.first(), (int) part.length()), part.first());
                }
                writer.complete(reservation.range(), clock.instant());
            } catch (IOException e) {
                end = BodyEnd.NOT_STORED;
            }
        }
        return sessions.settle(reservation, end, clock.instant()) instanceof Settlement.Recorded;
    }

    /** Uploads a chunk whose body may be of any length; whether it was acknowledged. */
    boolean uploadPiece(SessionId id, ContentPath path, ContentRange chunk, byte[] body) {
        Optional<Reservation> admitted = admit(id, path, chunk);
        if (admitted.isEmpty()) {
            return false;
        }
        BodyEnd end = BodyEnd.WHOLE;
        if (!admitted.get().missing().isEmpty()) {
            try (ChunkWriter writer = store.pieceWriter(admitted.get().upload(), chunk.range())) {
                writer.write(ByteBuffer.wrap(body), chunk.range().first());
                writer.complete(chunk.range(), clock.instant());
            } catch (IOException e) {
                end = BodyEnd.NOT_STORED;
            }
        }
        return sessions.settle(admitted.get(), end, clock.instant()) instanceof Settlement.Recorded;
    }

    boolean commit(SessionId id) throws IOException {
        if (sessions.beginCommit(id) instanceof Commitment.Publish publish) {
            store.publish(publish.upload());
            sessions.endCommit(publish.upload(), true);
            return true;
        }
        return false;
    }

    void delete(SessionId id) {
        if (sessions.delete(id) instanceof Deletion.Deleted deleted) {
            try {
                store.discard(deleted.upload());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Optional<SessionView> find(SessionId id) {
        return sessions.find(id);
    }

    Path published(ContentPath path) {
        return layout.published(path);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
