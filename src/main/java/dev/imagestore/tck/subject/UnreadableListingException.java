package dev.imagestore.tck.subject;

/** The target's listing, by which stored files were to be seen, says nothing. */
public final class UnreadableListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableListingException(String message) {
        super(message);
    }
}
