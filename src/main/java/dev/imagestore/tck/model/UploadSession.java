package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.ByteRange;
import dev.imagestore.tck.protocol.RangeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is known of one session: the chunks that were, are, or may be in it. There may be very many, so each is small. */
final class UploadSession {

    private final List<Piece> pieces = new ArrayList<>(1);
    private final List<Piece> cut = new ArrayList<>(0);
    private Set<String> paths = Set.of();
    private Set<Long> lengths = Set.of();
    private Set<String> namedPaths = Set.of();
    private int ending;
    private long lastEnding = -1;
    private boolean mayHaveEnded;
    private boolean mayBeEmpty;
    private boolean odd;

    void begin(Piece piece) {
        pieces.add(piece);
        namedPaths = with(namedPaths, piece.chunk.path());
    }

    void end(Piece piece, Fate fate, long time) {
        piece.ended = time;
        switch (fate) {
            case ACCEPTED -> {
                piece.accepted = true;
                doubt(piece);
            }
            case REFUSED -> pieces.remove(piece);
            case CUT -> {
                pieces.remove(piece);
                cut.add(piece);
                mayBeEmpty = true;
            }
            case UNKNOWN -> {
                // stays, and may have been received
            }
        }
        if (fate != Fate.REFUSED) {
            paths = with(paths, piece.chunk.path());
            lengths = with(lengths, piece.chunk.total());
        }
    }

    /** Nearly always the set itself, or one element. */
    private static <T> Set<T> with(Set<T> set, T element) {
        if (set.isEmpty()) {
            return Set.of(element);
        }
        if (set.contains(element)) {
            return set;
        }
        Set<T> more = new HashSet<>(set);
        more.add(element);
        return Set.copyOf(more);
    }

    /** Of chunks that overlap the first one counts; of those that overlapped in time as well, nobody knows which that is. */
    private void doubt(Piece piece) {
        for (Piece other : pieces) {
            if (other != piece && other.accepted && other.overlaps(piece)) {
                piece.doubtful = true;
                other.doubtful |= other.ended > piece.begun;
            }
        }
    }

    /** It received something that is not understood: nothing is known of it any more. */
    void odd(String path) {
        odd = true;
        namedPaths = with(namedPaths, path);
    }

    boolean isOdd() {
        return odd;
    }

    /** Whether an earlier chunk of that range was cut: the server may have noticed it only later. */
    boolean cutBefore(Piece piece) {
        return cut.stream().anyMatch(other -> other.conflicts(piece));
    }

    /** The ranges of the chunks that were cut. */
    RangeSet cut() {
        return new RangeSet(cut.stream().map(Piece::range).toList());
    }

    /** Whether it lacks something, and all that it lacks was in chunks that were cut. */
    boolean lacksOnlyCut() {
        RangeSet sent = new RangeSet(pieces.stream().map(Piece::range).toList());
        return lengths().stream()
                .map(length -> RangeSet.whole(length).minus(sent))
                .anyMatch(lacking -> !lacking.isEmpty() && cut().containsAll(lacking));
    }

    /** A commit or a deletion is on its way. */
    void beginEnding() {
        ending++;
    }

    /** It is over; accepted, the session begins anew, with what came meanwhile. */
    void endEnding(long begun, Fate fate, long time) {
        ending--;
        lastEnding = fate == Fate.REFUSED ? lastEnding : time;
        if (fate == Fate.ACCEPTED) {
            pieces.removeIf(piece -> piece.ended < begun);
            pieces.forEach(piece -> piece.accepted = false);
            if (pieces.isEmpty()) {
                paths = Set.of();
                lengths = Set.of();
            }
            mayHaveEnded = !pieces.isEmpty();
            mayBeEmpty = false;
            odd = false;
            cut.clear();
        } else if (fate == Fate.UNKNOWN) {
            mayHaveEnded = true;
        }
    }

    boolean idle() {
        return pieces.isEmpty() && ending == 0 && !mayBeEmpty && !odd;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** Every path that a chunk named, also one that was refused. */
    Set<String> namedPaths() {
        return namedPaths;
    }

    /** Whether something that decides over the fate of that chunk overlapped with it in time. */
    boolean raced(Piece piece) {
        if (ending > 0 || lastEnding > piece.begun) {
            return true;
        }
        for (Piece other : pieces) {
            if (other != piece && other.ended > piece.begun && other.conflicts(piece)) {
                return true;
            }
        }
        return false;
    }

    /** The same for a commit or a deletion that was begun then. */
    boolean endingRaced(long begun) {
        return ending > 1 || lastEnding > begun || pieces.stream().anyMatch(piece -> piece.ended > begun);
    }

    /** The paths that it may be for. */
    Set<String> paths() {
        Set<String> all = new TreeSet<>(paths);
        pieces.forEach(piece -> all.add(piece.chunk.path()));
        return all;
    }

    Set<Long> lengths() {
        Set<Long> all = new TreeSet<>(lengths);
        pieces.forEach(piece -> all.add(piece.chunk.total()));
        return all;
    }

    /** What a query that was sent at that time and ends now may find. */
    AllowedSession answers(long sent) {
        if (odd || lastEnding > sent) {
            return AllowedSession.unpredicted();
        }
        List<ByteRange> before = new ArrayList<>();
        List<RangeSet> maybe = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.surelyBefore(sent)) {
                before.add(piece.range());
            } else {
                maybe.add(RangeSet.of(piece.range()));
            }
        }
        RangeSet surely = new RangeSet(before);
        boolean exists = pieces.stream().anyMatch(piece -> piece.acceptedBefore(sent));
        boolean ended = mayHaveEnded || ending > 0;
        return new AllowedSession(
                paths(),
                lengths(),
                exists && !ended,
                exists || !maybe.isEmpty() || mayBeEmpty,
                ended ? RangeSet.EMPTY : surely,
                ended ? concat(surely, maybe) : maybe,
                ended,
                true);
    }

    private static List<RangeSet> concat(RangeSet surely, List<RangeSet> maybe) {
        List<RangeSet> all = new ArrayList<>(maybe);
        all.add(surely);
        return all;
    }
}
