package dev.imagestore.tck;

import java.time.Duration;
import java.util.List;

/** All trials, in words: mutant by requirement, and how many were found. */
record KillMatrix(List<MutantTrial> trials) {

    private static final String ROW = "%-14s %-34s %-12s %d %-8s %-16s %-8s %-8s %s%n";

    String table() {
        StringBuilder table = new StringBuilder("family         mutant                             profile"
                + "      s origin   cases            breaks   verdict  blamed\n");
        for (MutantTrial trial : trials) {
            KnownMutant mutant = trial.mutant();
            table.append(ROW.formatted(
                    mutant.family(),
                    mutant.name(),
                    mutant.profile(),
                    mutant.subtlety(),
                    mutant.origin(),
                    trial.whole() ? "all" : trial.cases() + " of its own",
                    mutant.requirement(),
                    verdict(trial),
                    String.join(" ", trial.blamed())));
        }
        return table.toString();
    }

    private static String verdict(MutantTrial trial) {
        if (trial.isVoid()) {
            return "void";
        }
        if (!trial.isKilled()) {
            return "survived";
        }
        return trial.faults().isEmpty() ? "killed" : "misnamed";
    }

    String rates(Duration taken) {
        return rate(
                        "seen",
                        trials.stream().filter(trial -> trial.mutant().isSeen()).toList())
                + rate(
                        "invented",
                        trials.stream()
                                .filter(trial -> !trial.mutant().isSeen())
                                .toList())
                + rate("all", trials)
                + "in %d min %d s%n".formatted(taken.toMinutes(), taken.toSecondsPart());
    }

    private static String rate(String kind, List<MutantTrial> trials) {
        return "%-9s %d mutants, %d killed, %d with the right id first, %d survivors, %d void%n"
                .formatted(
                        kind + ":",
                        trials.size(),
                        trials.stream().filter(MutantTrial::isKilled).count(),
                        trials.stream().filter(MutantTrial::isNamedRight).count(),
                        trials.stream().filter(trial -> !trial.isKilled()).count(),
                        trials.stream().filter(MutantTrial::isVoid).count());
    }
}
