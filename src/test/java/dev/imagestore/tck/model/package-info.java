@NullMarked
package dev.imagestore.tck.model;

import org.jspecify.annotations.NullMarked;
