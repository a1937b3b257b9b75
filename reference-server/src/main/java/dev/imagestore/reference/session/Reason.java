package dev.imagestore.reference.session;

/** Why a request is refused, in terms of the domain; what this looks like on the wire is decided elsewhere. */
public enum Reason {
    /** Something about the request is malformed, or the request does not fit the state of its session. */
    ARGUMENT,
    /** The session id is missing, malformed or nil. */
    SESSION_ID,
    /** The session id is in use for another path. */
    SESSION_CONFLICT,
    /** No such session. */
    SESSION_UNKNOWN,
    /** No such file, or no such finished folder. */
    CONTENT_UNKNOWN,
    /** No such folder. */
    FOLDER_UNKNOWN,
    /** The folder cannot be deleted. */
    RESERVED,
    /** The request is meant for another cluster. */
    CLUSTER,
    /** The client may look and not change. */
    ROLE,
    /** The request took longer than it was to take. */
    TIMEOUT,
    /** The chunks together are not as long as the file. */
    JOINED_LENGTH,
    /** The session is being committed at this moment. */
    SESSION_BUSY,
    /** The range is malformed, or not among the expected ones. */
    RANGE,
    /** The path is malformed or leaves the store. */
    PATH,
    /** The path cannot be held by the file system. */
    PATH_TOO_LONG,
    /** The declared file length is above what this server takes. */
    LENGTH_LIMIT,
    /** The body is larger than one that is read as a whole may be. */
    BODY_LIMIT,
    /** As many sessions as this server takes exist already. */
    SESSION_LIMIT,
    /** As many bytes as this server takes are staged already. */
    STAGED_LIMIT,
    /** The file system failed. */
    STORAGE
}
