package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ByteRange;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import dev.imagestore.reference.session.Upload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The chunks that are not as long as their ranges. Each is a file of its own, because written in its place it would
 * leave a hole or run over what is behind it. They do not outlive the process.
 */
final class OddPieces {

    /** @param length of the file, which is not that of the range, unless the range ends behind the upload's file */
    private record Piece(ByteRange range, Path file, long length) {}

    private final Transit transit;
    private final Map<Upload, SortedMap<Long, Piece>> pieces = new ConcurrentHashMap<>();

    OddPieces(Transit transit) {
        this.transit = transit;
    }

    /** @param inPlace takes the chunk if it is as long as its range after all */
    ChunkWriter writer(Upload upload, ByteRange range, ChunkWriter inPlace) {
        return new PieceWriter(transit.next(), range.first(), inPlace) {
            @Override
            boolean keeps(long length) {
                boolean fits = length == range.length() && range.last() < upload.fileLength();
                if (!fits) {
                    pieces.computeIfAbsent(upload, key -> new ConcurrentSkipListMap<>())
                            .put(range.first(), new Piece(range, file(), length));
                }
                return !fits;
            }
        };
    }

    boolean has(Upload upload) {
        return pieces.containsKey(upload);
    }

    /**
     * Writes all pieces of a complete upload behind one another.
     *
     * @param staged holds those that are as long as their ranges, in their places
     * @throws RefusedException if together they are not as long as the file
     */
    void join(Upload upload, Path staged, FileChannel to) throws IOException {
        SortedMap<Long, Piece> odd = new TreeMap<>(pieces.getOrDefault(upload, new TreeMap<>()));
        requireLength(upload, odd);
        long next = 0;
        for (Piece piece : odd.values()) {
            copy(staged, next, piece.range().first() - next, to);
            copy(piece.file(), 0, piece.length(), to);
            next = piece.range().last() + 1;
        }
        copy(staged, next, upload.fileLength() - next, to);
    }

    private static void requireLength(Upload upload, SortedMap<Long, Piece> odd) {
        long joined = upload.fileLength();
        boolean runsOver = false;
        for (Piece piece : odd.values()) {
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

    void discard(Upload upload) throws IOException {
        SortedMap<Long, Piece> odd = pieces.remove(upload);
        if (odd != null) {
            for (Piece piece : odd.values()) {
                Files.deleteIfExists(piece.file());
            }
        }
    }
}
