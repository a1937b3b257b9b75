package dev.imagestore.reference.session;

/** A request that is not granted; it has changed nothing. */
public record Refusal(Reason reason, String message) implements Admission, Commitment, Deletion {}
