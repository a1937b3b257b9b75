/** Records what passes between clients and a server. */
@NullMarked
package dev.imagestore.tck.traffic.capture;

import org.jspecify.annotations.NullMarked;
