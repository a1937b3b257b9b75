package dev.imagestore.tck.exchange;

/** A recording that cannot be read as one; the message names file and line. */
public final class BadRecordingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadRecordingException(String message) {
        super(message);
    }

    BadRecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
