@NullMarked
package dev.imagestore.tck.repro;

import org.jspecify.annotations.NullMarked;
