package dev.imagestore.reference.behaviour;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The switches in which lawful servers differ. A profile is a value of this record; a {@link Variant} derives another
 * value from it.
 *
 * @param profile the name of the profile that the value started from
 * @param rangeRefusalStatus the HTTP status of a refused range
 */
public record Behaviour(
        String profile, Duplicates duplicates, Overlaps overlaps, AfterCommit afterCommit, int rangeRefusalStatus) {

    /** What becomes of a chunk that repeats a received chunk exactly. */
    public enum Duplicates {
        ACCEPTED,
        REFUSED
    }

    /** What becomes of a chunk of which some bytes were received before. */
    public enum Overlaps {
        /** Only the bytes that are still missing are taken. */
        MISSING_BYTES_TAKEN,
        REFUSED
    }

    /** What becomes of a session once its file is published. */
    public enum AfterCommit {
        GONE,
        /** Still listed, complete; a second commit succeeds and does nothing. */
        KEPT
    }

    private static final Behaviour DOCUMENTED =
            new Behaviour("documented", Duplicates.ACCEPTED, Overlaps.REFUSED, AfterCommit.GONE, 400);

    /** The behaviour that the public documentation of the API promises. */
    public static Behaviour documented() {
        return DOCUMENTED;
    }

    public static List<String> profiles() {
        return List.of(DOCUMENTED.profile);
    }

    public static Optional<Behaviour> ofProfile(String name) {
        return DOCUMENTED.profile.equals(name.toLowerCase(Locale.ROOT)) ? Optional.of(DOCUMENTED) : Optional.empty();
    }

    Behaviour with(Duplicates chosen) {
        return new Behaviour(profile, chosen, overlaps, afterCommit, rangeRefusalStatus);
    }

    Behaviour with(Overlaps chosen) {
        return new Behaviour(profile, duplicates, chosen, afterCommit, rangeRefusalStatus);
    }

    Behaviour with(AfterCommit chosen) {
        return new Behaviour(profile, duplicates, overlaps, chosen, rangeRefusalStatus);
    }

    Behaviour withRangeRefusalStatus(int status) {
        return new Behaviour(profile, duplicates, overlaps, afterCommit, status);
    }
}
