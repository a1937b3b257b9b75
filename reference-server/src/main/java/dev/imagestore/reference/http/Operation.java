package dev.imagestore.reference.http;

/** What a client can ask for. */
public enum Operation {
    UPLOAD_FILE,
    UPLOAD_CHUNK,
    COMMIT,
    DELETE_SESSION,
    SESSION_BY_ID,
    SESSIONS_BY_PATH,
    LIST,
    LIST_ROOT,
    DELETE,
    COPY,
    FOLDER_SIZE,
    ROOT_FOLDER_SIZE,
    INFO,
    /** Whether the server can do its work; not part of the API. */
    HEALTH,
    /** The bytes of a published file; not part of the API, there only to judge it by. */
    CONTENT,
    /** The server's time; like {@link #CONTENT} not part of the API. */
    CLOCK;

    /** Whether it takes the rights of an administrator where clients have roles. */
    boolean changesTheStore() {
        return switch (this) {
            case UPLOAD_FILE, UPLOAD_CHUNK, COMMIT, DELETE_SESSION, DELETE, COPY, CLOCK -> true;
            case SESSION_BY_ID,
                    SESSIONS_BY_PATH,
                    LIST,
                    LIST_ROOT,
                    FOLDER_SIZE,
                    ROOT_FOLDER_SIZE,
                    INFO,
                    HEALTH,
                    CONTENT -> false;
        };
    }
}
