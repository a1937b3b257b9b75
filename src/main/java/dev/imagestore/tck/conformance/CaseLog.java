package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened in one case beside the failure that may have ended it. Safe for many threads. */
final class CaseLog {

    private final List<Long> exchanges = new ArrayList<>();
    private Optional<String> warning = Optional.empty();
    private final Set<String> witnessed = new LinkedHashSet<>();
    private final Set<Operation> called = EnumSet.noneOf(Operation.class);
    private long checks;
    private Optional<Boolean> lengthsTell = Optional.empty();

    synchronized void exchanged(long number) {
        exchanges.add(number);
    }

    /** Something that is allowed but should not be. */
    synchronized void warn(String reason) {
        warning = warning.or(() -> Optional.of(reason));
    }

    /** Something in the case speaks of another requirement, whatever ends the case. */
    synchronized void witness(String requirement) {
        witnessed.add(requirement);
    }

    /** A value that came from the target was held against an expectation. */
    synchronized void checked() {
        checks++;
    }

    /**
     * Of a stored file that a check rests on only the length could be seen.
     *
     * @param tells whether that tells the files apart that the case has had for that path
     */
    synchronized void sawLengthOnly(boolean tells) {
        lengthsTell = Optional.of(lengthsTell.orElse(true) && tells);
    }

    /** Empty when the case has seen whatever it looked at; else whether lengths could tell its files apart. */
    synchronized Optional<Boolean> lengthsTell() {
        return lengthsTell;
    }

    synchronized void called(Operation operation) {
        called.add(operation);
    }

    synchronized Set<Operation> called() {
        return Set.copyOf(called);
    }

    synchronized List<Long> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized Optional<String> warning() {
        return warning;
    }

    synchronized Set<String> witnessed() {
        return Set.copyOf(witnessed);
    }

    synchronized boolean vacuous() {
        return checks == 0;
    }
}
