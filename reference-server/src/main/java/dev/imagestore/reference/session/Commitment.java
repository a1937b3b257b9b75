package dev.imagestore.reference.session;

/** The decision on a request to commit. */
public sealed interface Commitment permits Commitment.Publish, Commitment.AlreadyPublished, Refusal {

    /** The upload is complete and must now be published; how that went must be reported exactly once. */
    record Publish(Upload upload) implements Commitment {}

    /** The upload was published before; nothing is left to do. */
    record AlreadyPublished() implements Commitment {}
}
