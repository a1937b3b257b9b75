package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Reservation;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.SessionView;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts where chunks need not be as long as their ranges. */
class PiecesRestartTest {

    private static final SessionId ID = new SessionId(new UUID(1, 2));
    private static final ContentPath PATH = ContentPath.of("folder/file");
    private static final int LENGTH = 10;
    private static final Behaviour KEEPING = Behaviour.serviceFabric();
    private static final Behaviour FORGETTING =
            Variant.named("session-gone").orElseThrow().change().apply(KEEPING);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private StoredSessions first;
    private Path left;

    @BeforeEach
    void start() throws IOException {
        first = StoredSessions.start(folder.resolve("first"), clock, KEEPING, StoredSessions.BOOT);
        left = folder.resolve("left");
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
    }

    private static boolean upload(StoredSessions at, int from, int to, String body) {
        return at.uploadPiece(
                ID, PATH, new ContentRange(new ByteRange(from, to), LENGTH), body.getBytes(StandardCharsets.US_ASCII));
    }

    private StoredSessions restarted(Behaviour behaviour) throws IOException {
        return StoredSessions.start(left, clock, behaviour, StoredSessions.BOOT);
    }

    private Upload complete() {
        upload(first, 4, 5, "456789");
        upload(first, 0, 3, "0123");
        upload(first, 6, 9, "");
        return first.find(ID).orElseThrow().upload();
    }

    @Test
    void aKilledServerGoesOn() throws IOException {
        upload(first, 4, 5, "456789");
        clock.advance(Duration.ofMinutes(1));
        upload(first, 0, 2, "012");
        SessionView before = first.find(ID).orElseThrow();
        first.killed(left);

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.find(ID)).hasValue(before);
            assertThat(upload(second, 3, 3, "3")).isTrue();
            assertThat(upload(second, 6, 9, "")).isTrue();
            second.killed(folder.resolve("third"));
        }
        left = folder.resolve("third");
        try (StoredSessions third = restarted(KEEPING)) {
            assertThat(third.find(ID).orElseThrow().expectedRanges()).isEmpty();
            assertThat(third.commit(ID)).isTrue();
            assertThat(third.published(PATH)).hasContent("0123456789");
            third.killed(folder.resolve("fourth"));
        }
        left = folder.resolve("fourth");
        try (StoredSessions fourth = restarted(KEEPING)) {
            assertThat(fourth.sessions.beginCommit(ID)).isInstanceOf(Commitment.AlreadyPublished.class);
            fourth.delete(ID);
            assertThat(fourth.layout.staging()).isEmptyDirectory();
            assertThat(fourth.published(PATH)).hasContent("0123456789");
        }
    }

    @Test
    void aSessionOfAnEmptyFileGoesOn() throws IOException {
        ContentRange nothing = new ContentRange(new ByteRange(0, 0), 0);
        assertThat(first.uploadPiece(ID, PATH, nothing, new byte[0])).isTrue();
        SessionView before = first.find(ID).orElseThrow();
        first.killed(left);

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.find(ID)).hasValue(before);
            assertThat(second.uploadPiece(ID, PATH, nothing, new byte[0])).isTrue();
            second.delete(ID);
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aFirstChunkThatEndsBehindItsFileIsStillOne() throws IOException {
        assertThat(upload(first, 0, LENGTH, "0123456789x")).isTrue();
        first.killed(left);

        try (StoredSessions second = restarted(KEEPING)) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> second.commit(ID));
        }
    }

    /** What a server has done when it is about to move a file into place. */
    private Path prepared(Upload upload) throws IOException {
        StagingFile file = new StagingFile(first.layout, upload, new OpenFiles(1));
        StagedUpload staged =
                StagedUpload.ofJournal(first.layout.journal(upload)).orElseThrow();
        file.resume(staged.told(first.layout).pieces());
        return file.prepareToPublish();
    }

    /** A server dies right after it moved a file into place. */
    private void renamed() throws IOException {
        Path whole = prepared(complete());
        first.killed(left);
        StoreLayout layout = new StoreLayout(left);
        Files.createDirectories(layout.published(PATH).getParent());
        Files.move(
                layout.staging().resolve(whole.getFileName()), layout.published(PATH), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aCrashBeforeTheRenameLeavesTheSession() throws IOException {
        prepared(complete());
        first.killed(left);

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.published(PATH)).doesNotExist();
            second.killed(folder.resolve("third"));
        }
        left = folder.resolve("third");
        try (StoredSessions third = restarted(KEEPING)) {
            assertThat(third.published(PATH)).doesNotExist();
            assertThat(third.commit(ID)).isTrue();
            assertThat(third.published(PATH)).hasContent("0123456789");
            assertThat(third.layout.staging()).isDirectoryContaining("glob:**.journal");
        }
    }

    @Test
    void aCrashAfterTheRenameLeavesTheNewFileAndACommittedSession() throws IOException {
        renamed();

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.published(PATH)).hasContent("0123456789");
            assertThat(second.sessions.beginCommit(ID)).isInstanceOf(Commitment.AlreadyPublished.class);
            try (var files = Files.list(second.layout.staging())) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void aCrashAfterTheRenameLeavesNoSessionWhereSuchAreNotKept() throws IOException {
        renamed();

        try (StoredSessions second = restarted(FORGETTING)) {
            assertThat(second.published(PATH)).hasContent("0123456789");
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aCommitThatFailedHasPublishedNothing() throws IOException {
        Upload upload = complete();
        Files.createDirectories(first.published(PATH));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> first.store.publish(upload));
        first.killed(left);
        Files.delete(new StoreLayout(left).published(PATH));

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.commit(ID)).isTrue();
            assertThat(second.published(PATH)).hasContent("0123456789");
        }
    }

    @Test
    void piecesThatAreNotThereAreNotBelieved() throws IOException {
        Upload upload = complete();
        first.killed(left);
        Files.writeString(new StoreLayout(left).piece(upload, 4), "45");

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void piecesWithoutARecordAreRemoved() throws IOException {
        upload(first, 4, 5, "456789");
        Upload upload = first.find(ID).orElseThrow().upload();
        first.killed(left);
        Path stray = new StoreLayout(left).piece(upload, 6);
        Files.writeString(stray, "stray");

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.find(ID)).isPresent();
            assertThat(stray).doesNotExist();
        }
    }

    @Test
    void aDeletedSessionIsNotMetAgainThoughAPieceOfItIsBeingWritten() throws IOException {
        upload(first, 4, 5, "456789");
        ByteRange range = new ByteRange(0, 3);
        Reservation late =
                first.admit(ID, PATH, new ContentRange(range, LENGTH)).orElseThrow();
        try (ChunkWriter writer = first.store.pieceWriter(late.upload(), range)) {
            writer.write(ByteBuffer.wrap(new byte[7]), 0);
            first.delete(ID);
            writer.complete(range, clock.instant());
        }

        assertThat(first.layout.staging()).isEmptyDirectory();
        assertThat(first.layout.transit()).isEmptyDirectory();
    }

    @Test
    void aPieceThatCannotBeRecordedIsNotAcknowledged() throws IOException {
        upload(first, 4, 5, "456789");
        Upload upload = first.find(ID).orElseThrow().upload();
        Path journal = first.layout.journal(upload);
        byte[] kept = Files.readAllBytes(journal);
        Files.delete(journal);
        Files.createDirectory(journal);

        assertThat(upload(first, 0, 3, "0")).isFalse();
        assertThat(first.layout.piece(upload, 0)).doesNotExist();

        Files.delete(journal);
        Files.write(journal, kept);
        assertThat(upload(first, 0, 3, "0123")).isTrue();
        assertThat(upload(first, 6, 9, "")).isTrue();
        assertThat(first.commit(ID)).isTrue();
        assertThat(first.published(PATH)).hasContent("0123456789");
    }
}
