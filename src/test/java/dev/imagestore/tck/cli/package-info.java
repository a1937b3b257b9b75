@NullMarked
package dev.imagestore.tck.cli;

import org.jspecify.annotations.NullMarked;
