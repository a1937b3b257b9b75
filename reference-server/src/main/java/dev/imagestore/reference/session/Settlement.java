package dev.imagestore.reference.session;

/** What became of an admitted chunk. */
public sealed interface Settlement permits Settlement.Recorded, Settlement.Dropped {

    /** The range counts as received. */
    record Recorded() implements Settlement {}

    /**
     * The range does not count.
     *
     * @param uploadLives false when the session is gone and its staged bytes may be discarded
     */
    record Dropped(Refusal refusal, boolean uploadLives) implements Settlement {}
}
