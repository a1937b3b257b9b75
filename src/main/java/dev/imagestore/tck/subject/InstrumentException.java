package dev.imagestore.tck.subject;

/** An instrument that the user gave, such as a content oracle, failed: nothing follows about the target. */
public sealed class InstrumentException extends RuntimeException permits BrokenOffException {
    private static final long serialVersionUID = 1L;

    InstrumentException(String message) {
        super(message);
    }
}
