package dev.imagestore.tck.verdict;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What is stored under one path, against what should be.
 *
 * @param expectedLength in bytes; empty when no file should be there, or none is known
 * @param length what is stored, in bytes; empty when nothing is, or it was not looked at
 * @param damage in ascending order, the first of them if there are very many
 * @param reason why it was not judged, else empty
 */
public record PathContent(
        String path,
        int loop,
        State state,
        OptionalLong expectedLength,
        OptionalLong length,
        List<Damage> damage,
        String reason) {

    /** The verdict on the file. */
    public enum State {
        IDENTICAL,
        /** There is no file. */
        MISSING,
        /** The whole file is an earlier one. */
        STALE,
        /** Some of its bytes are not as they should be. */
        DAMAGED,
        /** There is a file, and none should be. */
        UNEXPECTED,
        /** It is not known what should be there. */
        NOT_JUDGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public PathContent {
        damage = List.copyOf(damage);
    }

    public boolean differs() {
        return state != State.IDENTICAL && state != State.NOT_JUDGED;
    }
}
