package dev.imagestore.reference.store;

import dev.imagestore.reference.session.ContentPath;
import java.time.Instant;

/**
 * A published file.
 *
 * @param modified when it was published
 * @param version a number that grows with each file that is published
 */
public record FileEntry(ContentPath path, long size, Instant modified, long version) {}
