package dev.imagestore.tck.subject;

/** The target was given up during the run; what is still to be judged cannot be. */
public final class TargetLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TargetLostException(String message) {
        super(message);
    }
}
