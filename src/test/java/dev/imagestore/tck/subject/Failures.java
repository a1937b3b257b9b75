package dev.imagestore.tck.subject;

/** What else can end a case than the target's doing. */
public final class Failures {

    private Failures() {}

    public static RuntimeException targetLost(String reason) {
        return new TargetLostException(reason);
    }

    public static RuntimeException instrument(String reason) {
        return new InstrumentException(reason);
    }

    public static RuntimeException unreadableListing(String reason) {
        return new UnreadableListingException(reason);
    }
}
