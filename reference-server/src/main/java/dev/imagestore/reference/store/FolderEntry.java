package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;

/**
 * A folder of published files.
 *
 * @param fileCount the number of files below it, at any depth
 */
public record FolderEntry(ContentPath path, long fileCount) {}
