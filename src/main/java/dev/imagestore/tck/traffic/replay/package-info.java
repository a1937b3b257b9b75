/** Drives a recording at a server. */
@NullMarked
package dev.imagestore.tck.traffic.replay;

import org.jspecify.annotations.NullMarked;
