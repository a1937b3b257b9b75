/** The features as a catalogue of requirements and cases, the steps behind them, and the run that judges a subject. */
@NullMarked
package dev.imagestore.tck.conformance;

import org.jspecify.annotations.NullMarked;
