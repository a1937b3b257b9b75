package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.ByteRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Joins pieces to a file: between two borders of pieces, any piece that covers the place may provide its octets. */
final class Assembly {

    private Assembly() {}

    static Content.File of(long length, List<Piece> pieces) {
        if (length == 0) {
            return new Content.File(0, List.of());
        }
        List<Piece> ordered = pieces.stream()
                .filter(piece -> piece.chunk.total() == length)
                .sorted(Comparator.comparingLong((Piece piece) -> piece.chunk.first())
                        .thenComparingLong(piece -> piece.begun))
                .toList();
        TreeSet<Long> borders = new TreeSet<>(List.of(0L, length));
        for (Piece piece : ordered) {
            borders.add(piece.chunk.first());
            borders.add(piece.chunk.last() + 1);
        }
        List<Content.Segment> segments = new ArrayList<>();
        PriorityQueue<Piece> covering =
                new PriorityQueue<>(Comparator.comparingLong((Piece piece) -> piece.chunk.last()));
        int next = 0;
        long first = 0;
        for (long border : borders.tailSet(0L, false)) {
            while (next < ordered.size() && ordered.get(next).chunk.first() <= first) {
                covering.add(ordered.get(next++));
            }
            while (!covering.isEmpty() && covering.element().chunk.last() < first) {
                covering.remove();
            }
            ByteRange range = new ByteRange(first, border - 1);
            segments.add(new Content.Segment(range, sources(range, covering)));
            first = border;
        }
        return new Content.File(length, segments);
    }

    private static List<Content.Source> sources(ByteRange range, Iterable<Piece> covering) {
        List<Content.Source> sources = new ArrayList<>();
        Map<Long, Long> seen = new HashMap<>();
        for (Piece piece : covering) {
            Action.Chunk chunk = piece.chunk;
            long offset = range.first() - chunk.first();
            if (chunk.source() < 0 || offset + range.length() > chunk.bodyLength()) {
                return List.of();
            }
            if (seen.put(chunk.source(), offset) == null) {
                sources.add(new Content.Source(chunk.source(), offset));
            }
        }
        return sources;
    }
}
