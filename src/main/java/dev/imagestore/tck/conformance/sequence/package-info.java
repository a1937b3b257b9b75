/** Random sequences of requests over several sessions and paths, held against the model after each step. */
@NullMarked
package dev.imagestore.tck.conformance.sequence;

import org.jspecify.annotations.NullMarked;
