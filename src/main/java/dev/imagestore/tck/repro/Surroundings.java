package dev.imagestore.tck.repro;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the exchanges of a run took place.
 *
 * @param target base URL, with its base path
 * @param content template of the content oracle
 * @param runFolder the folder on the target below which the run wrote, such as {@code tck-0a1b2c3d}
 * @param bodies the folder of the recording that holds the bodies by their SHA-256
 */
public record Surroundings(String target, Optional<String> content, String runFolder, Path bodies, String version) {

    /** Scheme and authority of the target. */
    public String origin() {
        return target.substring(0, target.length() - basePath().length());
    }

    String basePath() {
        return Optional.ofNullable(URI.create(target).getRawPath()).orElse("");
    }
}
