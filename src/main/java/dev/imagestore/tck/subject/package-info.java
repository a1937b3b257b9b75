/** The server under test, external or bundled: its operations, and the instruments that observe it. */
@NullMarked
package dev.imagestore.tck.subject;

import org.jspecify.annotations.NullMarked;
