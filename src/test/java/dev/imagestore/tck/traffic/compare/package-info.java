@NullMarked
package dev.imagestore.tck.traffic.compare;

import org.jspecify.annotations.NullMarked;
