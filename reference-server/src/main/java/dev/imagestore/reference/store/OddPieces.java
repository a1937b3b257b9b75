package dev.imagestore.reference.store;

import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import dev.imagestore.reference.store.JournalRecord.Piece;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The chunks of one upload that are not as long as their ranges. Each is a file of its own, because written in its
 * place it would leave a hole or run over what is behind it. Used by one thread at a time.
 */
final class OddPieces {

    private final StoreLayout layout;
    private final Upload upload;
    private final SortedMap<Long, Piece> pieces = new TreeMap<>();

    OddPieces(StoreLayout layout, Upload upload) {
        this.layout = layout;
        this.upload = upload;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Takes a piece whose file is in its place. */
    void add(Piece piece) {
        pieces.put(piece.range().first(), piece);
    }

    /** Moves the file of a piece to its place. */
    void place(Piece piece, Path from) throws IOException {
        Files.move(from, file(piece), StandardCopyOption.ATOMIC_MOVE);
    }

    Path file(Piece piece) {
        return layout.piece(upload, piece.range().first());
    }

    /**
     * Writes all pieces of a complete upload behind one another.
     *
     * @param staged holds those that are as long as their ranges, in their places
     * @return the file that they make
     * @throws RefusedException if together they are not as long as the file
     */
    Path join(Path staged) throws IOException {
        requireLength();
        Path joined = layout.joined(upload);
        try (FileChannel to = FileChannel.open(
                joined, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            long next = 0;
            for (Piece piece : pieces.values()) {
                copy(staged, next, piece.range().first() - next, to);
                copy(file(piece), 0, piece.length(), to);
                next = piece.range().last() + 1;
            }
            copy(staged, next, upload.fileLength() - next, to);
        }
        return joined;
    }

    private void requireLength() {
        long joined = upload.fileLength();
        boolean runsOver = false;
        for (Piece piece : pieces.values()) {
            joined += piece.length() - piece.range().length();
            runsOver |= piece.range().last() >= upload.fileLength();
        }
        if (runsOver || joined != upload.fileLength()) {
            throw new RefusedException(
                    Reason.JOINED_LENGTH,
                    "The chunks of '" + upload.path() + "' have " + joined + " bytes together, and the file was said"
                            + " to have " + upload.fileLength() + "; upload it once more");
        }
    }

    private static void copy(Path from, long position, long length, FileChannel to) throws IOException {
        if (length == 0) {
            return;
        }
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
            Tree.copy(source, position, length, to);
        }
    }

    /** Removes the files of the pieces, and the one that was made of them. */
    void remove() throws IOException {
        if (pieces.isEmpty()) {
            return;
        }
        Files.deleteIfExists(layout.joined(upload));
        for (Iterator<Piece> each = pieces.values().iterator(); each.hasNext(); each.remove()) {
            Files.deleteIfExists(file(each.next()));
        }
    }
}
