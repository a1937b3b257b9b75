package dev.imagestore.reference.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sparse file of one upload, shared by the writers at work on it, with the chunks that have no place in it, and its
 * journal. The file is open while there is a writer, and from then on until another one needs its place among the open
 * ones. It is removed only when a discarded one has no writer left; the journal is removed at once, so that the upload is
 * not met again after a restart.
 */
final class StagingFile {

    private static final long SPARSE = 1L << 43; // every common file system holds that much in one file

    private final Path path;
    private final Upload upload;
    private final Journal journal;
    private final OddPieces odd;
    private final OpenFiles open;
    private int users;
    private boolean begun;
    private boolean discarded;
    private @Nullable FileChannel channel;
    private @Nullable IOException lost;

    StagingFile(StoreLayout layout, Upload upload, OpenFiles open) {
        this.open = open;
        this.path = layout.staging(upload);
        this.upload = upload;
        this.journal = new Journal(layout.journal(upload), upload);
        this.odd = new OddPieces(layout, upload);
    }

    /** Knows again what an earlier process has recorded. */
    synchronized void resume(List<Piece> pieces) {
        begun = Files.exists(path);
        pieces.forEach(odd::add);
    }

    ChunkWriter writer() {
        return new Writer();
    }

    /** Whether the sparse file can hold bytes at these positions. */
    static boolean reaches(ByteRange range) {
        return range.last() < SPARSE;
    }

    /** @param inTransit where the chunk may be until its length is known */
    ChunkWriter pieceWriter(ByteRange range, Path inTransit) {
        return new PieceWriter(inTransit, range.first(), writer()) {
            @Override
            boolean fits(long length) {
                return length == range.length() && range.last() < upload.fileLength() && reaches(range);
            }

            @Override
            void keep(Path file, long length, Instant at) throws IOException {
                received(new Piece(range, length, at), file);
            }
        };
    }

    /** A file that was begun is never made anew: what vanished would come back as a hole, and be published as zeros. */
    private synchronized FileChannel acquire() throws IOException {
        if (users == 0 && channel != null && Files.notExists(path)) {
            closeFiles();
        }
        FileChannel file = channel;
        if (file == null) {
            file = begun ? FileChannel.open(path, WRITE) : FileChannel.open(path, CREATE_NEW, WRITE);
            begun = true;
            channel = file;
        }
        users++;
        return file;
    }

    private interface Attempt<T> {
        T run() throws IOException;
    }

    /** Tries once more without the files that are open for later, if there may have been no handle left for this one. */
    private <T> T orShed(Attempt<T> attempt) throws IOException {
        try {
            return attempt.run();
        } catch (FileSystemException e) {
            if (!open.shed()) {
                throw e;
            }
            return attempt.run();
        }
    }

    private void release() throws IOException {
        if (staysOpen()) {
            open.add(this).ifPresent(StagingFile::closeIfIdle);
        }
    }

    private synchronized boolean staysOpen() throws IOException {
        users--;
        if (users == 0 && discarded) {
            closeFiles();
            Files.deleteIfExists(path);
        }
        return users == 0 && !discarded;
    }

    /** Called for another upload, which is not to fail if this one does. */
    synchronized void closeIfIdle() {
        if (users > 0) {
            return;
        }
        try {
            closeFiles();
        } catch (IOException e) {
            lost = e;
        }
    }

    private void closeFiles() throws IOException {
        open.remove(this);
        FileChannel file = channel;
        channel = null;
        try (journal) {
            if (file != null) {
                file.close();
            }
        }
    }

    private synchronized void received(ByteRange chunk, Instant at) throws IOException {
        if (!discarded) {
            note(new JournalRecord.Received(chunk, at));
        }
    }

    private synchronized void received(Piece piece, Path file) throws IOException {
        if (discarded) {
            Files.delete(file);
            return;
        }
        odd.place(piece, file);
        try {
            note(piece);
        } catch (IOException e) {
            Files.deleteIfExists(odd.file(piece));
            throw e;
        }
        odd.add(piece);
    }

    /** Appends to the journal, which stays open for as long as the file does. */
    private void note(JournalRecord entry) throws IOException {
        try {
            journal.append(entry);
        } finally {
            if (channel == null) {
                journal.close();
            }
        }
    }

    /**
     * Flushes the bytes, and notes that they are about to be moved into place.
     *
     * @return the file to be moved
     * @throws RefusedException if the chunks together are not as long as the file
     */
    synchronized Path prepareToPublish() throws IOException {
        closeFiles(); // a failure to write may show only here
        if (lost != null) {
            throw lost;
        }
        Path whole = odd.isEmpty() ? path : odd.join(path);
        Durable.flush(whole);
        note(new JournalRecord.Publishing());
        return whole;
    }

    /** Removes what is left when the file has been moved into place, but for the journal. */
    synchronized void removeBytes() throws IOException {
        odd.remove();
        Files.deleteIfExists(path);
    }

    synchronized void discard() throws IOException {
        discarded = true;
        journal.remove();
        odd.remove();
        if (users == 0) {
            closeFiles();
            Files.deleteIfExists(path);
        }
    }

    private final class Writer implements ChunkWriter {

        private @Nullable FileChannel file;

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            if (file == null) {
                file = orShed(StagingFile.this::acquire);
            }
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        }

        @Override
        public void complete(ByteRange chunk, Instant at) throws IOException {
            orShed(() -> {
                received(chunk, at);
                return at;
            });
            close();
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file = null;
                release();
            }
        }
    }
}
