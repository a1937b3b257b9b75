package dev.imagestore.reference.mutants;

import dev.imagestore.reference.http.Collaborators;
import java.util.function.UnaryOperator;

/**
 * One deliberate defect. Apart from it the server behaves right.
 *
 * @param requirement the id of the requirement that is broken
 * @param sentence what goes wrong
 * @param defect replaces one of the parts of a server by a defective one
 */
public record Mutant(String name, String requirement, String sentence, UnaryOperator<Collaborators> defect) {}
