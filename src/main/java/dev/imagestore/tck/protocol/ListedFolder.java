package dev.imagestore.tck.protocol;

import java.util.Optional;

/**
 * One entry of {@code StoreFolders}, read as generously as the meaning allows.
 *
 * @param path the StoreRelativePath as it was written
 * @param fileCount empty when it cannot be understood
 */
public record ListedFolder(String path, Optional<Long> fileCount) {}
