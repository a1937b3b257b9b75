package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.verdict.Damage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says what is wrong with a stored file, range by range: nothing is there, what was there before is, or bytes that belong
 * elsewhere. Damage comes in pieces that clients sent, so where a byte fits by chance the border of a chunk decides.
 */
final class Damages {

    private static final int MOST = 256;
    private static final int GAP = 16;
    private static final int CHANCE = 64;
    private static final int TRIES = 4096;

    /** What could be at a place instead of the right bytes. */
    private interface Explanation {
        /** Whether the stored byte there is the one that this explanation says. */
        boolean fits(long position);

        Damage damage(ByteRange range);
    }

    private final Window stored;
    private final List<Window> expected;
    private final List<Window> earlier;
    private final long[] borders;
    private final List<ByteRange> differing = new ArrayList<>();
    private Optional<Whereabouts> whereabouts = Optional.empty();

    /** @param expected the file, once for each choice where chunks overlap */
    Damages(Window stored, List<Window> expected, List<Window> earlier, long[] borders) {
        this.stored = stored;
        this.expected = List.copyOf(expected);
        this.earlier = List.copyOf(earlier);
        this.borders = borders.clone();
    }

    List<Damage> find() {
        findDiffering();
        List<Damage> damages = new ArrayList<>();
        for (ByteRange range : differing) {
            explain(range, damages);
        }
        long length = expected.get(0).length();
        if (stored.length() < length) {
            damages.add(
                    new Damage(Damage.Kind.MISSING, new ByteRange(stored.length(), length - 1), OptionalLong.empty()));
        } else if (stored.length() > length) {
            ByteRange tail = new ByteRange(length, stored.length() - 1);
            boolean stale = earlier.stream().anyMatch(file -> covers(new Stale(file), tail));
            damages.add(new Damage(stale ? Damage.Kind.STALE : Damage.Kind.SURPLUS, tail, OptionalLong.empty()));
        }
        return joined(damages);
    }

    private void findDiffering() {
        long common = Math.min(stored.length(), expected.get(0).length());
        long first = -1;
        long last = -1;
        for (long at = 0; at < common && differing.size() < MOST; at++) {
            if (right(at)) {
                continue;
            }
            if (first >= 0 && at - last > GAP) {
                differing.add(new ByteRange(first, last));
                first = -1;
            }
            first = first < 0 ? at : first;
            last = at;
        }
        if (first >= 0) {
            differing.add(new ByteRange(first, last));
        }
    }

    private boolean right(long position) {
        byte there = stored.at(position);
        for (Window choice : expected) {
            if (choice.at(position) == there) {
                return true;
            }
        }
        return false;
    }

    private void explain(ByteRange range, List<Damage> damages) {
        long at = range.first();
        while (at <= range.last()) {
            Optional<Explanation> best = best(at, range.last());
            if (best.isEmpty()) {
                long next = nextExplained(at, range.last());
                damages.add(new Damage(Damage.Kind.WRONG, new ByteRange(at, next - 1), OptionalLong.empty()));
                at = next;
                continue;
            }
            long end = end(best.get(), at, range.last());
            long first = at == range.first() ? snappedFirst(best.get(), at) : at;
            long last = end == range.last() ? snappedLast(best.get(), end) : end;
            damages.add(best.get().damage(new ByteRange(first, last)));
            at = end + 1;
        }
    }

    /** The one that explains most from there on, if it is more than chance. */
    private Optional<Explanation> best(long at, long last) {
        Optional<Explanation> best = Optional.empty();
        long bestEnd = at - 1;
        for (Explanation explanation : explanations(at, last)) {
            long end = end(explanation, at, last);
            if (end > bestEnd && (end == last || end - at + 1 >= GAP)) {
                best = Optional.of(explanation);
                bestEnd = end;
            }
        }
        return best;
    }

    /** Where what has no explanation ends. */
    private long nextExplained(long at, long last) {
        long next = at + GAP;
        for (int tries = 0; tries < TRIES && next <= last; tries++) {
            Optional<Explanation> best = best(next, last);
            if (best.isPresent()) {
                while (next - 1 > at && best.get().fits(next - 1)) {
                    next--;
                }
                return next;
            }
            next += GAP;
        }
        return last + 1;
    }

    private List<Explanation> explanations(long at, long last) {
        List<Explanation> all = new ArrayList<>();
        all.add(new Nothing());
        earlier.forEach(file -> all.add(new Stale(file)));
        Whereabouts index = whereabouts.orElseGet(() -> new Whereabouts(expected.get(0)));
        whereabouts = Optional.of(index);
        OptionalLong from = index.of(stored, at, Math.max(last, at + CHANCE));
        from.ifPresent(begin -> all.add(new Moved(begin - at)));
        return all;
    }

    private static long end(Explanation explanation, long from, long last) {
        long at = from;
        while (at <= last && explanation.fits(at)) {
            at++;
        }
        return at - 1;
    }

    private boolean covers(Explanation explanation, ByteRange range) {
        return end(explanation, range.first(), range.last()) == range.last();
    }

    /** The border of a chunk shortly before, if everything from there on fits too. */
    private long snappedFirst(Explanation explanation, long first) {
        int index = Arrays.binarySearch(borders, first);
        long border = index >= 0 ? first : index == -1 ? first : borders[-index - 2];
        if (first - border > CHANCE) {
            return first;
        }
        for (long at = border; at < first; at++) {
            if (!explanation.fits(at)) {
                return first;
            }
        }
        return border;
    }

    private long snappedLast(Explanation explanation, long last) {
        int index = Arrays.binarySearch(borders, last + 1);
        if (index >= 0 || -index - 1 >= borders.length) {
            return last;
        }
        long border = borders[-index - 1] - 1;
        if (border - last > CHANCE || border >= stored.length()) {
            return last;
        }
        for (long at = last + 1; at <= border; at++) {
            if (!explanation.fits(at)) {
                return last;
            }
        }
        return border;
    }

    private static List<Damage> joined(List<Damage> damages) {
        List<Damage> joined = new ArrayList<>();
        for (Damage damage : damages) {
            int top = joined.size() - 1;
            if (top >= 0 && continues(joined.get(top), damage)) {
                Damage before = joined.get(top);
                joined.set(
                        top,
                        new Damage(
                                before.kind(),
                                new ByteRange(
                                        before.range().first(), damage.range().last()),
                                before.from()));
            } else {
                joined.add(damage);
            }
        }
        return joined;
    }

    private static boolean continues(Damage before, Damage damage) {
        boolean adjacent = damage.range().first() <= before.range().last() + 1;
        long step = damage.range().first() - before.range().first();
        boolean sameOrigin = before.from().isPresent() == damage.from().isPresent()
                && (before.from().isEmpty()
                        || damage.from().getAsLong() - before.from().getAsLong() == step);
        return adjacent && before.kind() == damage.kind() && sameOrigin;
    }

    private final class Nothing implements Explanation {
        @Override
        public boolean fits(long position) {
            return stored.at(position) == 0;
        }

        @Override
        public Damage damage(ByteRange range) {
            return new Damage(Damage.Kind.MISSING, range, OptionalLong.empty());
        }
    }

    private final class Stale implements Explanation {
        private final Window file;

        Stale(Window file) {
            this.file = file;
        }

        @Override
        public boolean fits(long position) {
            return file.has(position) && file.at(position) == stored.at(position);
        }

        @Override
        public Damage damage(ByteRange range) {
            return new Damage(Damage.Kind.STALE, range, OptionalLong.empty());
        }
    }

    private final class Moved implements Explanation {
        private final long distance;

        Moved(long distance) {
            this.distance = distance;
        }

        @Override
        public boolean fits(long position) {
            Window file = expected.get(0);
            return file.has(position + distance) && file.at(position + distance) == stored.at(position);
        }

        @Override
        public Damage damage(ByteRange range) {
            long from = range.first() + distance;
            long last = range.last() + distance;
            boolean there =
                    last < stored.length() && differing.stream().noneMatch(d -> d.first() <= last && d.last() >= from);
            return new Damage(there ? Damage.Kind.DOUBLED : Damage.Kind.SHIFTED, range, OptionalLong.of(from));
        }
    }
}
