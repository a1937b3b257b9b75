package dev.imagestore.tck.cli;

import dev.imagestore.tck.subject.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that say what the target is capable of, and from when on. */
final class ClaimOptions {

    @Option(names = "--operations", paramLabel = "a,b", split = ",", description = "what the target claims (all)")
    private List<String> operations = new ArrayList<>();

    @Option(
            names = "--wait-for-target",
            paramLabel = "0s",
            defaultValue = "0s",
            description = "how long the target may take until it answers at all (${DEFAULT-VALUE})")
    private String waitForTarget = "";

    Set<Operation> operations() {
        Set<Operation> claimed = EnumSet.noneOf(Operation.class);
        List<String> words =
                Arrays.stream(Operation.values()).map(Operation::word).toList();
        for (String word : operations) {
            claimed.add(Operation.named(word).orElseThrow(() -> Values.unknown("--operations", word, words)));
        }
        return claimed.isEmpty() ? EnumSet.allOf(Operation.class) : claimed;
    }

    Duration waitForTarget() {
        return Values.of("--wait-for-target", waitForTarget, Durations::parse);
    }
}
