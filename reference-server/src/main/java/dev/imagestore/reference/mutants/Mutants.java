package dev.imagestore.reference.mutants;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All mutants there are. */
public final class Mutants {

    private static final List<Mutant> ALL = Stream.of(
                    ReassemblyMutants.all(),
                    ParsingMutants.all(),
                    CommitMutants.all(),
                    SessionMutants.all(),
                    ExpiryMutants.all(),
                    PathQueryMutants.all(),
                    AnswerMutants.all(),
                    LibraryMutants.all(),
                    CopyMutants.all(),
                    PathMutants.all(),
                    SequenceMutants.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Mutant::family))
            .toList();

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
