/** Where lawful servers may differ: one record of switches, its profiles and its variants. */
@NullMarked
package dev.imagestore.reference.behaviour;

import org.jspecify.annotations.NullMarked;
