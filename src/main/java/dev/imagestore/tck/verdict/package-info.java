/** Requirement, case, outcome and run as records, and the pure rules that turn observations into a verdict. */
@NullMarked
package dev.imagestore.tck.verdict;

import org.jspecify.annotations.NullMarked;
