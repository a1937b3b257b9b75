package dev.imagestore.tck.protocol;

import java.util.Optional;

/**
 * One entry of {@code StoreFiles}, read as generously as the meaning allows.
 *
 * @param path the StoreRelativePath as it was written
 * @param size in bytes; empty when it cannot be understood
 * @param modified the ModifiedDate as it was written
 */
public record ListedFile(String path, Optional<Long> size, Optional<String> modified) {}
