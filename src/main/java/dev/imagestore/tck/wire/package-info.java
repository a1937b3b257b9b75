/** The one HTTP client that sends exactly the octets it is told to and reports what was on the socket. */
@NullMarked
package dev.imagestore.tck.wire;

import org.jspecify.annotations.NullMarked;
