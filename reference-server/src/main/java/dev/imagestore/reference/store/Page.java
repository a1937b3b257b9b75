package dev.imagestore.reference.store;

/**
 * A part of a folder.
 *
 * @param after the name after which it starts; empty for the first page
 * @param size how many entries it may have
 */
public record Page(String after, int size) {

    /** The whole folder. */
    public static final Page WHOLE = new Page("", Integer.MAX_VALUE);
}
