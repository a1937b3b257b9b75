package dev.imagestore.reference.session;

/** The decision on a request to delete a session. */
public sealed interface Deletion permits Deletion.Deleted, Refusal {

    /** The session is gone; its staged bytes may be discarded. */
    record Deleted(Upload upload) implements Deletion {}
}
