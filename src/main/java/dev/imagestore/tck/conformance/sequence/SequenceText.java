package dev.imagestore.tck.conformance.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sequence as a scenario. */
final class SequenceText {

    private SequenceText() {}

    static String of(Sequence sequence, Breach breach) {
        List<String> lines = new ArrayList<>();
        lines.add("    Scenario: sequence %d of seed %d, shrunk".formatted(sequence.number(), sequence.seed()));
        lines.add("      Given files of these lengths");
        IntStream files = sequence.steps().stream()
                .flatMapToInt(SequenceText::file)
                .distinct()
                .sorted();
        files.forEach(file -> lines.add("        | file %d | %d bytes |"
                .formatted(file, sequence.lengths().get(file))));
        String steps = sequence.steps().stream().map(Step::toString).collect(Collectors.joining("\n      And "));
        lines.add("      When " + steps);
        lines.add("      Then %s is %s".formatted(breach.at(), breach.expected().replaceAll("\\s+", " ")));
        return String.join("\n", lines) + "\n";
    }

    private static IntStream file(Step step) {
        if (step instanceof Step.Chunk chunk) {
            return IntStream.of(chunk.file());
        }
        return step instanceof Step.Put put ? IntStream.of(put.file()) : IntStream.empty();
    }
}
