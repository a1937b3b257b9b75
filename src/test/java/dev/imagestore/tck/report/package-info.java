@NullMarked
package dev.imagestore.tck.report;

import org.jspecify.annotations.NullMarked;
