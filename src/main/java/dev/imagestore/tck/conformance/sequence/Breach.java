package dev.imagestore.tck.conformance.sequence;

import dev.imagestore.tck.protocol.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that a target did in a trial and that no right server does.
 *
 * @param at what was looked at; two breaches of one kind are at the same
 * @param requirements those that it breaks, the nearest first
 * @param steps how many of the sequence it took
 * @param exchanges what it takes to show it, in order
 */
record Breach(
        String at,
        List<String> requirements,
        int steps,
        String expected,
        String observed,
        Optional<Expectation> proof,
        List<Long> exchanges) {

    Breach {
        requirements = List.copyOf(requirements);
        exchanges = List.copyOf(exchanges);
    }

    String requirement() {
        return requirements.get(0);
    }

    /** The same, as far as it breaks what has to be. */
    Optional<Breach> against(Predicate<String> must) {
        List<String> broken = requirements.stream().filter(must).toList();
        return broken.isEmpty() ? Optional.empty() : Optional.of(blaming(broken));
    }

    /** The same, within so many steps of the sequence. */
    Breach within(int taken) {
        return new Breach(at, requirements, taken, expected, observed, proof, exchanges);
    }

    /** With the requirements of another. */
    Breach blaming(List<String> others) {
        return new Breach(at, others, steps, expected, observed, proof, exchanges);
    }
}
