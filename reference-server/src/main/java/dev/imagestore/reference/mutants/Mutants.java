package dev.imagestore.reference.mutants;

import java.util.List;
import java.util.Optional;

/** All mutants there are. */
public final class Mutants {

    private static final List<Mutant> ALL = List.of(
            ArrivalOrder.MUTANT, CutBodyCounted.MUTANT, EarlyVisibility.MUTANT, GapAccepted.MUTANT, TailKept.MUTANT);

    private Mutants() {}

    public static List<Mutant> all() {
        return ALL;
    }

    public static List<String> names() {
        return ALL.stream().map(Mutant::name).toList();
    }

    public static Optional<Mutant> named(String name) {
        return ALL.stream().filter(mutant -> mutant.name().equals(name)).findFirst();
    }
}
