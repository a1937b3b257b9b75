package dev.imagestore.tck.subject;

/** A content oracle began with a file and did not come to its end: the instrument failed, or the file changed under it. */
public final class BrokenOffException extends InstrumentException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(String message) {
        super(message);
    }
}
