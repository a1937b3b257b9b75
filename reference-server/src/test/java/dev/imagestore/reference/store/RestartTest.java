package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Commitment;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.ContentRange;
import dev.imagestore.reference.session.RawPaths;
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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final SessionId ID = new SessionId(new UUID(1, 2));
    private static final ContentPath PATH = new ContentPath(List.of("a b", "ü %\n", "file"));
    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final Behaviour KEEPING =
            Variant.named("session-kept").orElseThrow().change().apply(Behaviour.documented());

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private StoredSessions first;
    private Path left;

    @BeforeEach
    void start() throws IOException {
        first = StoredSessions.start(folder.resolve("first"), clock);
        left = folder.resolve("left");
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
    }

    private static boolean upload(StoredSessions at, int from, int to) {
        return at.upload(ID, PATH, FILE, new ByteRange(from, to));
    }

    private StoredSessions restarted() throws IOException {
        return restarted(Behaviour.documented());
    }

    private StoredSessions restarted(Behaviour behaviour) throws IOException {
        return StoredSessions.start(left, clock, behaviour, StoredSessions.BOOT);
    }

    private Path only(String suffix) throws IOException {
        try (var files = Files.newDirectoryStream(left.resolve("staging"), "*" + suffix)) {
            return files.iterator().next();
        }
    }

    @Test
    void aKilledServerGoesOn() throws IOException {
        upload(first, 6, 7);
        clock.advance(Duration.ofMinutes(7));
        upload(first, 0, 3);
        SessionView before = first.find(ID).orElseThrow();
        first.killed(left);
        clock.advance(Duration.ofMinutes(20));

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).hasValue(before);
            assertThat(upload(second, 0, 3)).as("a duplicate").isTrue();
            upload(second, 8, 9);
            upload(second, 4, 5);
            assertThat(second.commit(ID)).isTrue();
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aPathKeepsItsSpelling() throws IOException {
        ContentPath spelt = new RawPaths().parse("a\\\\b/ file ");
        first.upload(ID, spelt, FILE, new ByteRange(0, 3));
        first.killed(left);

        try (StoredSessions second = restarted()) {
            assertThat(second.sessions.findByPath(spelt)).hasSize(1);
            assertThat(second.upload(ID, new ContentPath(spelt.segments()), FILE, new ByteRange(4, 9)))
                    .as("the same place in another spelling")
                    .isFalse();
            second.upload(ID, spelt, FILE, new ByteRange(4, 9));
            second.commit(ID);
            assertThat(second.published(new ContentPath(spelt.segments()))).hasBinaryContent(FILE);
        }
    }

    @Test
    void theTimeOfASessionGoesOnWhileNoServerRuns() throws IOException {
        upload(first, 0, 3);
        first.killed(left);
        clock.advance(StoredSessions.LIFETIME);

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aServerCanBeRestartedManyTimes() throws IOException {
        for (int i = 0; i < FILE.length; i++) {
            upload(first, i, i);
            Path next = folder.resolve("life-" + i);
            first.killed(next);
            first.close();
            first = StoredSessions.start(next, clock);
        }

        assertThat(first.commit(ID)).isTrue();
        assertThat(first.published(PATH)).hasBinaryContent(FILE);
    }

    @Test
    void whatWasNotAcknowledgedMayBeSentAgain() throws IOException {
        upload(first, 0, 3);
        Reservation reservation =
                first.admit(ID, PATH, new ContentRange(new ByteRange(4, 9), 10)).orElseThrow();
        try (ChunkWriter writer = first.store.writer(reservation.upload())) {
            writer.write(ByteBuffer.wrap("XXX".getBytes(StandardCharsets.US_ASCII)), 4);
            first.killed(left);
        }

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID).orElseThrow().expectedRanges()).containsExactly(new ByteRange(4, 9));
            upload(second, 4, 9);
            second.commit(ID);
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
        }
    }

    @Test
    void chunksThatAreRecordedWhileAnotherIsWrittenAreThere() throws IOException {
        Reservation slow =
                first.admit(ID, PATH, new ContentRange(new ByteRange(0, 3), 10)).orElseThrow();
        try (ChunkWriter writer = first.store.writer(slow.upload())) {
            writer.write(ByteBuffer.wrap(FILE, 0, 4), 0);
            upload(first, 8, 9);
            upload(first, 4, 5);
            first.killed(left);
            writer.complete(slow.range(), clock.instant());
        }
        upload(first, 6, 7);
        first.killed(folder.resolve("later"));

        try (StoredSessions second = restarted();
                StoredSessions third = StoredSessions.start(folder.resolve("later"), clock)) {
            assertThat(second.find(ID).orElseThrow().expectedRanges())
                    .containsExactly(new ByteRange(0, 3), new ByteRange(6, 7));
            assertThat(third.commit(ID)).isTrue();
            assertThat(third.published(PATH)).hasBinaryContent(FILE);
        }
    }

    @Test
    void aDeletedSessionIsNotMetAgainThoughAChunkOfItIsBeingWritten() throws IOException {
        upload(first, 0, 3);
        Reservation late =
                first.admit(ID, PATH, new ContentRange(new ByteRange(4, 9), 10)).orElseThrow();
        try (ChunkWriter writer = first.store.writer(late.upload())) {
            writer.write(ByteBuffer.wrap(FILE, 4, 2), 4);
            first.delete(ID);
            first.killed(left);
            writer.complete(late.range(), clock.instant());
        }
        assertThat(first.layout.staging()).isEmptyDirectory();
        first.killed(folder.resolve("later"));

        try (StoredSessions second = restarted();
                StoredSessions third = StoredSessions.start(folder.resolve("later"), clock)) {
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
            assertThat(third.find(ID)).isEmpty();
        }
    }

    @Test
    void aSuccessorIsAnotherUpload() throws IOException {
        upload(first, 0, 3);
        Upload old = first.find(ID).orElseThrow().upload();
        first.killed(left);

        try (StoredSessions second = restarted()) {
            second.delete(ID);
            upload(second, 0, 5);
            second.store.discard(old);

            assertThat(second.find(ID).orElseThrow().upload().serial()).isGreaterThan(old.serial());
            upload(second, 6, 9);
            second.commit(ID);
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
        }
    }

    @Test
    void ofTwoLivesOfAnIdTheLaterOneGoesOn() throws IOException {
        upload(first, 0, 3);
        first.sessions.delete(ID); // and its files are not removed in time
        upload(first, 5, 6);
        SessionView before = first.find(ID).orElseThrow();
        first.killed(left);

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).hasValue(before);
            assertThat(second.layout.journal(before.upload())).exists();
            try (var files = Files.list(second.layout.staging())) {
                assertThat(files).hasSize(2);
            }
        }
    }

    @Test
    void aCrashBeforeTheRenameLeavesTheOldFileAndTheSession() throws IOException {
        upload(first, 0, 9);
        Commitment.Publish publish = (Commitment.Publish) first.sessions.beginCommit(ID);
        new StagingFile(first.layout, publish.upload(), new OpenFiles(1)).prepareToPublish();
        first.killed(left);

        try (StoredSessions second = restarted()) {
            assertThat(second.published(PATH)).doesNotExist();
            assertThat(second.find(ID).orElseThrow().expectedRanges()).isEmpty();
            assertThat(second.commit(ID)).isTrue();
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
        }
    }

    @Test
    void aCrashAfterTheRenameLeavesTheNewFileAndNoSession() throws IOException {
        renamed();

        try (StoredSessions second = restarted()) {
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
        }
    }

    @Test
    void aCrashAfterTheRenameLeavesACommittedSessionWhereSuchAreKept() throws IOException {
        renamed();

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
            assertThat(second.sessions.beginCommit(ID)).isInstanceOf(Commitment.AlreadyPublished.class);
        }
    }

    /** A server dies right after it moved a file into place. */
    private void renamed() throws IOException {
        upload(first, 0, 9);
        Upload upload = first.find(ID).orElseThrow().upload();
        new StagingFile(first.layout, upload, new OpenFiles(1)).prepareToPublish();
        first.killed(left);
        StoreLayout layout = new StoreLayout(left);
        Files.createDirectories(layout.published(PATH).getParent());
        Files.move(layout.staging(upload), layout.published(PATH), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void aCommittedSessionThatIsKeptIsKeptOverARestart() throws IOException {
        try (StoredSessions keeping =
                StoredSessions.start(folder.resolve("keeping"), clock, KEEPING, StoredSessions.BOOT)) {
            upload(keeping, 0, 9);
            keeping.commit(ID);
            keeping.killed(left);
        }

        try (StoredSessions second = restarted(KEEPING)) {
            assertThat(second.sessions.beginCommit(ID)).isInstanceOf(Commitment.AlreadyPublished.class);
            second.delete(ID);
            assertThat(second.layout.staging()).isEmptyDirectory();
            assertThat(second.published(PATH)).hasBinaryContent(FILE);
        }
    }

    @Test
    void bytesThatMayHaveBeenLostWithThePowerAreNotTrusted() throws IOException {
        upload(first, 0, 3);
        first.upload(new SessionId(new UUID(3, 4)), new ContentPath(List.of("done")), FILE, new ByteRange(0, 9));
        first.commit(new SessionId(new UUID(3, 4)));
        first.killed(left);

        try (StoredSessions second = StoredSessions.start(left, clock, Behaviour.documented(), "next-boot")) {
            assertThat(second.find(ID)).isEmpty();
            assertThat(second.layout.staging()).isEmptyDirectory();
            assertThat(second.published(new ContentPath(List.of("done")))).hasBinaryContent(FILE);
        }
    }

    @Test
    void theyAreNotTrustedEitherIfTheServerThatWasToRemoveThemDied() throws IOException {
        upload(first, 0, 3);
        first.killed(left);
        DiskStore.open(new StoreLayout(left), false, clock, "next-boot").close();

        try (StoredSessions third = StoredSessions.start(left, clock, Behaviour.documented(), "next-boot")) {
            assertThat(third.find(ID)).isEmpty();
        }
    }

    @Test
    void aSystemThatDoesNotTellItsBootsIsNotTrusted() throws IOException {
        try (StoredSessions unknown = StoredSessions.start(folder.resolve("x"), clock, Behaviour.documented(), "")) {
            upload(unknown, 0, 3);
            unknown.killed(left);
        }

        try (StoredSessions second = StoredSessions.start(left, clock, Behaviour.documented(), "")) {
            assertThat(second.find(ID)).isEmpty();
        }
    }

    @Test
    void aServerThatWasStoppedInOrderGoesOnAfterAReboot() throws IOException {
        upload(first, 0, 3);
        SessionView before = first.find(ID).orElseThrow();
        first.close();
        StoredSessions.copy(folder.resolve("first"), left);

        try (StoredSessions second = StoredSessions.start(left, clock, Behaviour.documented(), "next-boot")) {
            assertThat(second.find(ID)).hasValue(before);
        }
        first = StoredSessions.start(folder.resolve("first"), clock);
    }

    @Test
    void staleFilesAreRemoved() throws IOException {
        upload(first, 0, 3);
        first.killed(left);
        Path staging = left.resolve("staging");
        Files.writeString(staging.resolve(new UUID(5, 5) + "-7"), "bytes without a journal");
        Files.writeString(staging.resolve(new UUID(6, 6) + "-7.journal"), "a journal that does not even begin");
        Files.writeString(staging.resolve(new UUID(0, 0) + "-7.journal"), "");
        Files.writeString(staging.resolve("something else"), "");

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).isPresent();
            try (var files = Files.list(staging)) {
                assertThat(files).hasSize(2);
            }
        }
    }

    @Test
    void aJournalOfBytesThatAreNotThereIsNotBelieved() throws IOException {
        upload(first, 0, 3);
        first.killed(left);
        Path journal = only(".journal");
        Path bytes = journal.resolveSibling(journal.getFileName().toString().replace(".journal", ""));
        Files.write(bytes, new byte[3]);

        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).isEmpty();
        }

        StoredSessions.copy(folder.resolve("first"), folder.resolve("again"));
        left = folder.resolve("again");
        Files.delete(left.resolve("staging").resolve(bytes.getFileName()));
        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID)).isEmpty();
        }
    }

    @Test
    void aTornTailIsCutOffForGood() throws IOException {
        upload(first, 0, 3);
        first.killed(left);
        Path journal = only(".journal");
        String whole = Files.readString(journal);
        Files.writeString(journal, "0badc0de chunk 4 9 0\nchunk", StandardOpenOption.APPEND);

        try (StoredSessions second = restarted()) {
            assertThat(journal).hasContent(whole);
            upload(second, 4, 9);
            second.killed(folder.resolve("third"));
        }
        try (StoredSessions third = StoredSessions.start(folder.resolve("third"), clock)) {
            assertThat(third.find(ID).orElseThrow().expectedRanges()).isEmpty();
        }
    }

    @Test
    void aChunkThatCannotBeRecordedIsNotAcknowledged() throws IOException {
        upload(first, 0, 3);
        Path journal = first.layout.journal(first.find(ID).orElseThrow().upload());
        byte[] kept = Files.readAllBytes(journal);
        Files.delete(journal);

        assertThat(upload(first, 4, 9)).isFalse();
        assertThat(first.find(ID).orElseThrow().expectedRanges()).containsExactly(new ByteRange(4, 9));

        Files.write(journal, kept);
        assertThat(upload(first, 4, 9)).isTrue();
        first.killed(left);
        try (StoredSessions second = restarted()) {
            assertThat(second.find(ID).orElseThrow().expectedRanges()).isEmpty();
        }
    }
}
