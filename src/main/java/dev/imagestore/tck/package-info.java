/** The suite as one call, for the command line, for Maven and for those who embed it. */
@NullMarked
package dev.imagestore.tck;

import org.jspecify.annotations.NullMarked;
