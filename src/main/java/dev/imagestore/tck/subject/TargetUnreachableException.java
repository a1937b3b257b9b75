package dev.imagestore.tck.subject;

/** The target never answered with an HTTP status line. */
public final class TargetUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TargetUnreachableException(String message) {
        super(message);
    }
}
