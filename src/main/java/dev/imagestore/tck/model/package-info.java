/** The one pure model of the protocol: which answers and which stored bytes are right after a history. */
@NullMarked
package dev.imagestore.tck.model;

import org.jspecify.annotations.NullMarked;
