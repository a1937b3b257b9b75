package dev.imagestore.tck.subject;

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

    public static Optional<Operation> named(String word) {
        return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
    }
}
