/** The command line: the only place that reads flags, prints and exits. */
@NullMarked
package dev.imagestore.tck.cli;

import org.jspecify.annotations.NullMarked;
