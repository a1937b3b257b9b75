@NullMarked
package dev.imagestore.tck.verdict;

import org.jspecify.annotations.NullMarked;
