@NullMarked
package dev.imagestore.tck.subject;

import org.jspecify.annotations.NullMarked;
