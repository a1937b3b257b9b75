/** One HTTP exchange as it was on the wire, and recordings of many: values without a network. */
@NullMarked
package dev.imagestore.tck.exchange;

import org.jspecify.annotations.NullMarked;
