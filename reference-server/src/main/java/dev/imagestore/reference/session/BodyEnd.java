package dev.imagestore.reference.session;

/** How the body of an admitted chunk ended. */
public enum BodyEnd {
    /** All bytes of the range came, and those to be stored are stored. */
    WHOLE,
    TOO_SHORT,
    TOO_LONG,
    /** The connection was lost before the end of the body. */
    CUT,
    /** The file system refused the bytes. */
    NOT_STORED
}
