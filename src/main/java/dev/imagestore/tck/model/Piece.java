package dev.imagestore.tck.model;

import dev.imagestore.tck.protocol.ByteRange;

/** A chunk on its way to or in a session; times are those of the history. */
final class Piece {

    final Action.Chunk chunk;
    final long begun;
    long ended = Long.MAX_VALUE;
    boolean accepted;

    /** It met received bytes: what is new in it may have been taken, or not. */
    boolean doubtful;

    Piece(Action.Chunk chunk, long begun) {
        this.chunk = chunk;
        this.begun = begun;
    }

    /** Whether it was certainly received before that time. */
    boolean surelyBefore(long time) {
        return acceptedBefore(time) && !doubtful;
    }

    /** Whether it was accepted before that time, which opens a session. */
    boolean acceptedBefore(long time) {
        return accepted && ended < time;
    }

    /** Whether the order of the two decides what becomes of them. */
    boolean conflicts(Piece other) {
        return overlaps(other) || !chunk.path().equals(other.chunk.path()) || chunk.total() != other.chunk.total();
    }

    boolean overlaps(Piece other) {
        return chunk.first() <= other.chunk.last() && other.chunk.first() <= chunk.last();
    }

    ByteRange range() {
        return new ByteRange(chunk.first(), chunk.last());
    }
}
