/** Compares what a replay brought with what was recorded. */
@NullMarked
package dev.imagestore.tck.traffic.compare;

import org.jspecify.annotations.NullMarked;
