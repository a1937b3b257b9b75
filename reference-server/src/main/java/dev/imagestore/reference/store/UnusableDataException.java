package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that a server cannot keep its data in. The message says why, and what to do, in one line. */
public final class UnusableDataException extends IOException {

    private static final long serialVersionUID = 1L;

    UnusableDataException(Path folder, String why) {
        super("cannot keep data in " + folder + ": " + why);
    }
}
