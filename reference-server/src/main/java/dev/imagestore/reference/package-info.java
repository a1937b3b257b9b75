/** The program: composes the server from its parts and runs it. */
@NullMarked
package dev.imagestore.reference;

import org.jspecify.annotations.NullMarked;
