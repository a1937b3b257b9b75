@NullMarked
package dev.imagestore.tck.traffic;

import org.jspecify.annotations.NullMarked;
