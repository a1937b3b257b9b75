package dev.imagestore.tck.conformance;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which states some order of the requests that were in flight together accounts for. */
final class Explained {

    private Explained() {}

    /**
     * Whether those bytes can be missing: what was refused is, of each open range all bytes count or none, and what was
     * accepted is not, but for a chunk that met bytes which were there before it came: that one may have brought nothing.
     *
     * @param before what was missing before
     * @param open ranges that may have been received or not
     */
    static boolean missing(RangeSet before, List<ByteRange> accepted, List<ByteRange> open, RangeSet missing) {
        List<ByteRange> received = Stream.concat(accepted.stream(), open.stream())
                .filter(range -> !overlap(range, missing))
                .toList();
        return missing.equals(before.minus(new RangeSet(received)))
                && accepted.stream()
                        .filter(range -> overlap(range, missing))
                        .allMatch(range -> !before.containsAll(RangeSet.of(range))
                                || received.stream().anyMatch(other -> overlap(range, RangeSet.of(other))));
    }

    private static boolean overlap(ByteRange range, RangeSet others) {
        return !others.minus(RangeSet.of(range)).equals(others);
    }

    /**
     * What one place can hold in the end. Any of those that succeeded may have been the last, and an open one may have
     * come after it or not at all.
     *
     * @param before what it held
     * @param succeeded what each request that succeeded puts there
     * @param open what each request that may have succeeded puts there
     */
    static <S> Set<S> finals(S before, List<S> succeeded, List<S> open) {
        Set<S> finals = new HashSet<>(open);
        finals.addAll(succeeded);
        if (succeeded.isEmpty()) {
            finals.add(before);
        }
        return finals;
    }
}
