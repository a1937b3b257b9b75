package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.subject.Subject;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Whom the sequences are tried on, and on what terms.
 *
 * @param must whether the profile asserts that requirement as a MUST
 * @param named whether requests bear the name of the case
 * @param folder below which everything is stored
 * @param told is told of every exchange
 */
public record Target(Subject subject, Predicate<String> must, boolean named, String folder, Consumer<Exchange> told) {}
