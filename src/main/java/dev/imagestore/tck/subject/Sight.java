package dev.imagestore.tck.subject;

/** How much can be seen of the files that a target stores. */
public enum Sight {
    /** Everything, through a content oracle. */
    BYTES,
    /** Which files there are and how long they are, through the target's listings. */
    SIZES,
    NOTHING
}
