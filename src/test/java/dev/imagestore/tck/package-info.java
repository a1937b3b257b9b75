@NullMarked
package dev.imagestore.tck;

import org.jspecify.annotations.NullMarked;
