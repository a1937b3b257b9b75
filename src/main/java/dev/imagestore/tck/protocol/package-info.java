/** The client's view of the ImageStore API, as values. */
@NullMarked
package dev.imagestore.tck.protocol;

import org.jspecify.annotations.NullMarked;
