package dev.imagestore.tck.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real features, read once for all tests, and the pages that go with them. */
final class TheFeatures {

    static final Catalogue CATALOGUE = Catalogue.load();

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]{2,4}-\\d{2}) \\|", Pattern.MULTILINE);

    private TheFeatures() {}

    /** The ids in the first column of the tables of that page, seen from the folder of the module. */
    static List<String> idsOf(String page) throws IOException {
        return ROW.matcher(Files.readString(Path.of("..", page)))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    static List<String> stepTexts() {
        return CATALOGUE.features().stream()
                .flatMap(feature -> feature.getPickles().stream())
                .flatMap(pickle -> pickle.getSteps().stream())
                .map(step -> step.getText())
                .distinct()
                .toList();
    }

    static Stream<String> ruleIds() {
        return CATALOGUE.rules().stream().map(Rule::id);
    }
}
