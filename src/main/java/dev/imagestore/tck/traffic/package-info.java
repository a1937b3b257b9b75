/** Traffic: recorded, made up, driven at another server, compared. */
@NullMarked
package dev.imagestore.tck.traffic;

import org.jspecify.annotations.NullMarked;
