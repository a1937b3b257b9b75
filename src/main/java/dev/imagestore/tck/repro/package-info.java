/** From exchanges to what reproduces them: a script around curl, a scenario, an HTTP archive. */
@NullMarked
package dev.imagestore.tck.repro;

import org.jspecify.annotations.NullMarked;
