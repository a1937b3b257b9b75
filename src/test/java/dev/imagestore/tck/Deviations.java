package dev.imagestore.tck;

import dev.imagestore.tck.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists in {@code features/deviations}: an id, {@code #}, the outcome, and the evidence. */
final class Deviations {

    private static final Pattern LINE = Pattern.compile("([A-Z]{2,4}-\\d{2})\\s+# (failed|warned): \\S.*");

    private Deviations() {}

    /** What the documented profile finds with that outcome at a server that is true to the public source. */
    static Set<String> ofServiceFabric(Outcome outcome) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("features", "deviations", "service-fabric.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalStateException("no deviation with its evidence: " + line);
            }
            if (matcher.group(2).equals(outcome.word())) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }
}
