/** The bytes: staging files of open sessions and published files, on one file system. */
@NullMarked
package dev.imagestore.reference.store;

import org.jspecify.annotations.NullMarked;
