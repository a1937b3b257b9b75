/** Makes recordings out of other things: nothing, HAR files, other recordings. */
@NullMarked
package dev.imagestore.tck.traffic.format;

import org.jspecify.annotations.NullMarked;
