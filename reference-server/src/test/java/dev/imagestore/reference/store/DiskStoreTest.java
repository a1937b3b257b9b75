package dev.imagestore.reference.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.SessionId;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskStoreTest {

    @TempDir
    private Path root;

    private StoreLayout layout;
    private DiskStore store;
    private long serial;

    @BeforeEach
    void open() throws IOException {
        layout = new StoreLayout(root);
        store = DiskStore.open(layout, false, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void publishesWhatWasWrittenInAnyOrder() throws IOException {
        Upload upload = upload("a", "b", "file");
        write(upload, "world", 6);
        write(upload, "hello ", 0);
        assertThat(store.read(upload.path())).isEmpty();

        store.publish(upload);

        assertThat(layout.published(upload.path())).hasContent("hello world");
        assertThat(layout.staging()).isEmptyDirectory();
    }

    @Test
    void aReaderOfTheOldFileIsNotDisturbed() throws IOException {
        publish(upload("file"), "old content");
        try (FileChannel old = store.read(path("file")).orElseThrow()) {
            publish(upload("file"), "new");

            ByteBuffer bytes = ByteBuffer.allocate(20);
            old.read(bytes, 0);
            assertThat(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8))
                    .isEqualTo("old content");
            assertThat(layout.published(path("file"))).hasContent("new");
        }
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        publish(upload("folder", "file"), "x");
        Upload upload = upload("folder");
        write(upload, "y", 0);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> store.publish(upload))
                .matches(e -> e.refusal().reason() == Reason.ARGUMENT);
        assertThat(layout.staging(upload)).hasContent("y");
    }

    @Test
    void nothingIsWrittenOrReadThroughALink(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(layout.published().resolve("out"), outside);
        Files.createSymbolicLink(layout.published().resolve("link"), outside.resolve("secret"));

        for (ContentPath path : List.of(path("out", "secret"), path("link"))) {
            Upload upload = new Upload(new SessionId(new UUID(1, 1)), ++serial, path, 100);
            write(upload, "x", 0);
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> store.publish(upload))
                    .matches(e -> e.refusal().reason() == Reason.PATH);
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> store.read(path));
        }
        assertThat(outside.resolve("secret")).hasContent("secret");
    }

    @Test
    void piecesOfOtherLengthsThanTheirRangesAreJoined() throws IOException {
        Upload upload = upload(10, "file");
        writePiece(upload, "ab", 0, 3);
        write(upload, "45", 4);
        writePiece(upload, "c678", 6, 8);
        writePiece(upload, "XY", 9, 9);

        store.publish(upload);

        assertThat(layout.published(upload.path())).hasContent("ab45c678XY");
        assertThat(layout.staging()).isEmptyDirectory();
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @Test
    void aPieceThatFitsIsWrittenInItsPlace() throws IOException {
        Upload upload = upload(6, "file");
        writePiece(upload, "abc", 0, 2);
        assertThat(layout.staging(upload)).hasContent("abc");
        write(upload, "def", 3);

        store.publish(upload);

        assertThat(layout.published(upload.path())).hasContent("abcdef");
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "ab, 0, 2, def",
        "abcd, 0, 2, def",
        "'', 0, 2, def",
        "abcde, 0, 3, de",
        "defx, 3, 6, abc",
        "def, 3, 6, abc"
    })
    void piecesThatAreNotAsLongAsTheFileAreRefused(String piece, long first, long last, String rest)
            throws IOException {
        Upload upload = upload(6, "file");
        writePiece(upload, piece, first, last);
        write(upload, rest, first == 0 ? last + 1 : 0);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> store.publish(upload))
                .matches(e -> e.refusal().reason() == Reason.JOINED_LENGTH);

        assertThat(store.read(upload.path())).isEmpty();
        store.discard(upload);
        assertThat(layout.staging()).isEmptyDirectory();
        assertThat(layout.transit()).isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        publish(upload("file"), "x");
        Upload upload = upload("file", "below");
        write(upload, "y", 0);

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> store.publish(upload));
        assertThat(layout.published(path("file"))).hasContent("x");
    }

    @Test
    void aDiscardedFileGoesWithItsLastWriter() throws IOException {
        Upload upload = upload("file");
        ChunkWriter writer = store.writer(upload);
        writer.write(bytes("x"), 0);

        store.discard(upload);
        writer.write(bytes("y"), 1);
        assertThat(layout.staging(upload)).exists();
        writer.close();

        assertThat(layout.staging(upload)).doesNotExist();
        store.discard(upload);
    }

    @Test
    void uploadsThatTakeTurnsAreWrittenThoughOnlyOneIsOpen() throws IOException {
        OpenFiles one = new OpenFiles(1);
        StagingFile first = new StagingFile(layout, upload("first"), one);
        StagingFile second = new StagingFile(layout, upload("second"), one);
        for (int i = 0; i < 3; i++) {
            write(first, "" + i, i);
            write(second, "x" + i, 2L * i);
        }

        assertThat(first.prepareToPublish()).hasContent("012");
        assertThat(second.prepareToPublish()).hasContent("x0x1x2");
    }

    @Test
    void theOneThatWasLeftAloneForTheLongestIsClosed() {
        OpenFiles two = new OpenFiles(2);
        StagingFile first = new StagingFile(layout, upload("first"), two);
        StagingFile second = new StagingFile(layout, upload("second"), two);
        StagingFile third = new StagingFile(layout, upload("third"), two);

        assertThat(two.add(first)).isEmpty();
        assertThat(two.add(second)).isEmpty();
        assertThat(two.add(first)).isEmpty();
        assertThat(two.add(third)).contains(second);
        two.remove(first);
        assertThat(two.add(second)).isEmpty();
    }

    @Test
    void aStagedFileThatVanishedIsNotPublished() throws IOException {
        Upload upload = upload("file");
        write(upload, "lost", 0);
        Files.delete(layout.staging(upload));

        assertThatIOException().isThrownBy(() -> store.publish(upload));
        assertThat(layout.published(upload.path())).doesNotExist();
    }

    @Test
    void aChunkThatTheFileSystemRefusesIsAnIoFailure() throws IOException {
        Upload upload = upload("file");
        try (ChunkWriter writer = store.writer(upload)) {
            assertThatIOException().isThrownBy(() -> writer.write(bytes("x"), Long.MAX_VALUE - 1));
        }
        write(upload, "fine", 0);
        store.publish(upload);
        assertThat(layout.published(path("file"))).hasContent("fine");
    }

    @Test
    void namesThatNoFileSystemHoldsAreRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> store.requireStorable(path("a", "x".repeat(256))))
                .matches(e -> e.refusal().reason() == Reason.PATH_TOO_LONG);
        store.requireStorable(path("a", "x".repeat(255)));
    }

    @Test
    void aFolderServesOneServerAtATime() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> DiskStore.open(layout, false, Clock.systemUTC()))
                .withMessageContaining("in use");
    }

    private void publish(Upload upload, String content) throws IOException {
        write(upload, content, 0);
        store.publish(upload);
    }

    private void write(Upload upload, String content, long position) throws IOException {
        try (ChunkWriter writer = store.writer(upload)) {
            writer.write(bytes(content), position);
        }
    }

    private static void write(StagingFile file, String content, long position) throws IOException {
        try (ChunkWriter writer = file.writer()) {
            writer.write(bytes(content), position);
            writer.complete(new ByteRange(position, position + content.length() - 1), Instant.EPOCH);
        }
    }

    private void writePiece(Upload upload, String content, long first, long last) throws IOException {
        ByteRange range = new ByteRange(first, last);
        try (ChunkWriter writer = store.pieceWriter(upload, range)) {
            writer.write(bytes(content), first);
            writer.complete(range, Instant.EPOCH);
        }
    }

    private Upload upload(long length, String path) {
        return new Upload(new SessionId(new UUID(1, 1)), ++serial, ContentPath.of(path), length);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private Upload upload(String... segments) {
        return new Upload(new SessionId(new UUID(1, 1)), ++serial, path(segments), 100);
    }

    private static ContentPath path(String... segments) {
        return ContentPath.of(String.join("/", segments));
    }
}
