package dev.imagestore.tck.subject;

import dev.imagestore.tck.protocol.ApiVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An operation that a target may claim. */
public enum Operation {
    UPLOAD_FILE,
    UPLOAD_CHUNK,
    COMMIT,
    DELETE_SESSION,
    GET_SESSION,
    GET_SESSION_BY_PATH,
    LIST,
    LIST_ROOT,
    DELETE,
    COPY,
    FOLDER_SIZE,
    INFO;

    /** The name that options and reports use, such as {@code upload-chunk}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The api-version that the operation is documented with. */
    public ApiVersion version() {
        return switch (this) {
            case LIST -> new ApiVersion(6, 2);
            case FOLDER_SIZE, INFO -> new ApiVersion(6, 5);
            default -> new ApiVersion(6, 0);
        };
    }

    /** Whether it works on stored content itself, not on a session. */
    public boolean isAboutContent() {
        return switch (this) {
            case UPLOAD_FILE, LIST, LIST_ROOT, DELETE, COPY, FOLDER_SIZE, INFO -> true;
            case UPLOAD_CHUNK, COMMIT, DELETE_SESSION, GET_SESSION, GET_SESSION_BY_PATH -> false;
        };
    }

    /** Whether its success leaves a file that anyone can see. */
    public boolean publishes() {
        return switch (this) {
            case UPLOAD_FILE, COMMIT, COPY -> true;
            default -> false;
        };
    }

    public static Optional<Operation> named(String word) {
        return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
    }
}
