@NullMarked
package dev.imagestore.tck.traffic.format;

import org.jspecify.annotations.NullMarked;
