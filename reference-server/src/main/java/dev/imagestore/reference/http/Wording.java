package dev.imagestore.reference.http;

/** The words of an error, where its status does not fix them. */
interface Wording {

    /** The error with the code and the message that it is sent with. */
    FabricError worded(FabricError error);

    /** The reason phrase; empty for that of the status. */
    String phrase(FabricError error);

    /** The error for a session that another request is at work on. */
    FabricError busy(String message);
}
