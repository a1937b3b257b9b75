package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How a file is cut into chunks, and in which order they go. */
final class Cut {

    private Cut() {}

    /** Chunks of those sizes, in turn and again from the first, until the file is covered. */
    static List<ByteRange> of(long length, List<Long> sizes) {
        List<ByteRange> chunks = new ArrayList<>();
        long first = 0;
        while (first < length) {
            long size = Math.min(sizes.get(chunks.size() % sizes.size()), length - first);
            chunks.add(new ByteRange(first, first + size - 1));
            first += size;
        }
        return chunks;
    }

    /** The same chunks in another order. */
    static List<ByteRange> ordered(List<ByteRange> chunks, String order, long seed) {
        List<ByteRange> ordered = new ArrayList<>(chunks);
        switch (order) {
            case "in order" -> {
                // as they are
            }
            case "in reverse" -> Collections.reverse(ordered);
            case "last one first" -> Collections.rotate(ordered, 1);
            case "first one last" -> Collections.rotate(ordered, -1);
            case "odd before even" -> {
                ordered.clear();
                for (int start : new int[] {1, 0}) {
                    for (int i = start; i < chunks.size(); i += 2) {
                        ordered.add(chunks.get(i));
                    }
                }
            }
            case "shuffled" -> shuffle(ordered, new Random(seed));
            default -> throw new IllegalArgumentException("\"%s\" is no order of chunks".formatted(order));
        }
        return ordered;
    }

    /** Until they are no longer in order: a shuffle that leaves them so would prove nothing. */
    private static void shuffle(List<ByteRange> chunks, Random random) {
        List<ByteRange> before = List.copyOf(chunks);
        do {
            Collections.shuffle(chunks, random);
        } while (chunks.size() > 1 && chunks.equals(before));
    }
}
