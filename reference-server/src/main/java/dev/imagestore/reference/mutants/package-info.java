/** Deliberate defects, each one in one collaborator, to prove that a conformance suite notices them. */
@NullMarked
package dev.imagestore.reference.mutants;

import org.jspecify.annotations.NullMarked;
