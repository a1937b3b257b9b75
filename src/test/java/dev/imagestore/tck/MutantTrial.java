package dev.imagestore.tck;

import dev.imagestore.tck.verdict.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the suite made of one mutant.
 *
 * @param cases how many cases of the broken requirement were run and decided
 * @param blamed the ids that the verdict blames, the first one first
 */
record MutantTrial(KnownMutant mutant, boolean whole, long cases, List<String> blamed) {

    /** Ids that say the same thing (ruling 23): a defect may be blamed on any of them. */
    private static final List<Set<String>> SAME = List.of(
            Set.of("CHK-11", "CR-34"),
            Set.of("SID-02", "QRY-13", "COM-07", "DEL-07"),
            Set.of("CHK-05", "CHK-06", "CHK-07", "CHK-08", "CHK-09"),
            Set.of("COM-06", "COM-11"),
            Set.of("HTTP-13", "CR-35"),
            Set.of("SID-13", "CHK-24"),
            Set.of("CHK-12", "CHK-22"),
            Set.of("SEC-06", "URI-16"));

    MutantTrial(KnownMutant mutant, boolean whole, Report report) {
        this(mutant, whole, decided(mutant, report), report.verdict().blamed());
    }

    private static long decided(KnownMutant mutant, Report report) {
        return report.requirements().stream()
                .filter(requirement -> same(requirement.id(), mutant.requirement()))
                .flatMap(requirement -> requirement.cases().stream())
                .filter(result -> result.outcome().judged())
                .count();
    }

    boolean isVoid() {
        return cases == 0;
    }

    boolean isKilled() {
        return !blamed.isEmpty();
    }

    boolean isNamedRight() {
        return isKilled() && same(blamed.get(0), mutant.requirement());
    }

    /** What is blamed besides although the mutant does not say so. */
    List<String> collateral() {
        return blamed.stream()
                .skip(1)
                .filter(id ->
                        !same(id, mutant.requirement()) && !mutant.collateral().contains(id))
                .toList();
    }

    /** What is wrong with the suite, or with what the mutant says of itself; nothing if all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (isVoid()) {
            faults.add(mutant.name() + " is void: no case of " + mutant.requirement() + " was decided");
        }
        if (!isKilled()) {
            faults.add(mutant.name() + " survived; it breaks " + mutant.requirement());
        } else if (!isNamedRight()) {
            faults.add(mutant.name() + " breaks " + mutant.requirement() + ", but blamed are " + blamed);
        } else if (!collateral().isEmpty()) {
            faults.add(mutant.name() + " breaks " + mutant.requirement() + " alone, but blamed are " + blamed);
        }
        return faults;
    }

    private static boolean same(String id, String other) {
        return id.equals(other) || SAME.stream().anyMatch(ids -> ids.contains(id) && ids.contains(other));
    }
}
