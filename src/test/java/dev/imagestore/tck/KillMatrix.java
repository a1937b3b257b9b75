package dev.imagestore.tck;

import dev.imagestore.tck.verdict.Suite;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** As {@code report.html} reads it: which suite it was, when, and what became of each mutant. */
    String json(Suite suite, LocalDate date) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("version", suite.version());
        root.put("featuresSha256", suite.featuresSha256());
        root.put("date", date.toString());
        var rows = root.putArray("mutants");
        for (MutantTrial trial : trials) {
            rows.addObject()
                    .put("name", trial.mutant().name())
                    .put("requirement", trial.mutant().requirement())
                    .put("profile", trial.mutant().profile())
                    .put("family", trial.mutant().family())
                    .put("origin", trial.mutant().origin())
                    .put("void", trial.isVoid())
                    .put("killed", trial.isKilled())
                    .put("named", trial.isNamedRight())
                    .put("alone", trial.faults().isEmpty());
        }
        return mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
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
