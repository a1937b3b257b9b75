@NullMarked
package dev.imagestore.tck.conformance;

import org.jspecify.annotations.NullMarked;
