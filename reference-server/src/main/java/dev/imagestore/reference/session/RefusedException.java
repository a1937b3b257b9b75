package dev.imagestore.reference.session;

/** Carries a {@link Refusal} out of a parser. Not a fault of the program, hence without a stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String text;

    public RefusedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.text = message;
    }

    public Refusal refusal() {
        return new Refusal(reason, text);
    }
}
