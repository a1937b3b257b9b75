package dev.imagestore.tck.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A set of byte positions, held as its maximal closed intervals in ascending order. Immutable. */
public record RangeSet(List<ByteRange> ranges) {

    public static final RangeSet EMPTY = new RangeSet(List.of());

    private static final int FEW = 10;

    public RangeSet {
        ranges = merged(ranges);
    }

    public static RangeSet of(ByteRange... ranges) {
        return new RangeSet(List.of(ranges));
    }

    /** All positions of a file of that many bytes. */
    public static RangeSet whole(long length) {
        return length == 0 ? EMPTY : of(new ByteRange(0, length - 1));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public RangeSet plus(RangeSet other) {
        List<ByteRange> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new RangeSet(all);
    }

    /** The positions of this set that are not in the other. */
    public RangeSet minus(RangeSet other) {
        List<ByteRange> left = new ArrayList<>(ranges);
        for (ByteRange gone : other.ranges) {
            left = left.stream().flatMap(r -> without(r, gone).stream()).toList();
        }
        return new RangeSet(left);
    }

    public boolean containsAll(RangeSet other) {
        return other.minus(this).isEmpty();
    }

    /** {@code 0-9, 20-29}, or {@code none}. */
    @Override
    public String toString() {
        return ranges.isEmpty()
                ? "none"
                : ranges.stream().map(ByteRange::toString).collect(Collectors.joining(", "));
    }

    /** As beside another set: all ranges of a few, of many how many there are and the first that the other lacks. */
    public String beside(RangeSet other) {
        if (ranges.size() <= FEW && other.ranges.size() <= FEW) {
            return toString();
        }
        List<ByteRange> own = minus(other).ranges;
        String first = own.stream().limit(FEW).map(ByteRange::toString).collect(Collectors.joining(", "));
        String more = own.size() > FEW ? " and %d more".formatted(own.size() - FEW) : "";
        return "(%d in all, only here: %s%s)".formatted(ranges.size(), own.isEmpty() ? "none" : first, more);
    }

    private static List<ByteRange> without(ByteRange range, ByteRange gone) {
        if (gone.last() < range.first() || gone.first() > range.last()) {
            return List.of(range);
        }
        List<ByteRange> left = new ArrayList<>();
        if (gone.first() > range.first()) {
            left.add(new ByteRange(range.first(), gone.first() - 1));
        }
        if (gone.last() < range.last()) {
            left.add(new ByteRange(gone.last() + 1, range.last()));
        }
        return left;
    }

    private static List<ByteRange> merged(Collection<ByteRange> ranges) {
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range :
                ranges.stream().sorted(Comparator.comparing(ByteRange::first)).toList()) {
            int top = merged.size() - 1;
            if (top >= 0 && merged.get(top).last() >= range.first() - 1) {
                ByteRange before = merged.get(top);
                merged.set(top, new ByteRange(before.first(), Math.max(before.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}
