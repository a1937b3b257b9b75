@NullMarked
package dev.imagestore.tck.conformance.sequence;

import org.jspecify.annotations.NullMarked;
