/** How the texts of a request are read: strictly, or as the gateway of the real runtime does. */
@NullMarked
package dev.imagestore.reference.request;

import org.jspecify.annotations.NullMarked;
