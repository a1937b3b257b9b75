@NullMarked
package dev.imagestore.tck.protocol;

import org.jspecify.annotations.NullMarked;
