@NullMarked
package dev.imagestore.tck.traffic.capture;

import org.jspecify.annotations.NullMarked;
