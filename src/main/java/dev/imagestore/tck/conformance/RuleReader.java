package dev.imagestore.tck.conformance;

import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of one feature file. */
final class RuleReader {

    private static final Pattern NAME = Pattern.compile("([A-Z]{2,4}-\\d{2}) (.+)");

    private final URI uri;
    private final GherkinDocument document;
    private final List<Pickle> pickles;

    RuleReader(URI uri, GherkinDocument document, List<Pickle> pickles) {
        this.uri = uri;
        this.document = document;
        this.pickles = pickles;
    }

    List<Rule> rules() {
        return document.getFeature().stream()
                .flatMap(f -> f.getChildren().stream())
                .map(FeatureChild::getRule)
                .flatMap(r -> r.stream())
                .map(this::rule)
                .toList();
    }

    private Rule rule(io.cucumber.messages.types.Rule node) {
        Matcher name = NAME.matcher(node.getName());
        if (!name.matches()) {
            throw new IllegalStateException("%s:%d: \"%s\" does not start with the id of a requirement, such as CR-07"
                    .formatted(uri, node.getLocation().getLine(), node.getName()));
        }
        String id = name.group(1);
        Map<String, Integer> lines = lines(node);
        List<Case> cases = new ArrayList<>();
        for (Pickle pickle : pickles) {
            String innermost = pickle.getAstNodeIds().get(pickle.getAstNodeIds().size() - 1);
            Integer line = lines.get(innermost);
            if (line != null) {
                List<String> tags =
                        pickle.getTags().stream().map(PickleTag::getName).toList();
                cases.add(new Case(id + "/" + slug(pickle.getName()), id, pickle.getName(), uri, line, new Tags(tags)));
            }
        }
        List<String> tags = node.getTags().stream().map(Tag::getName).toList();
        return new Rule(id, name.group(2), plain(node.getDescription()), new Tags(tags), cases);
    }

    /** From the id of a scenario, or of a row of its examples, to its line. */
    private static Map<String, Integer> lines(io.cucumber.messages.types.Rule node) {
        Map<String, Integer> lines = new HashMap<>();
        for (RuleChild child : node.getChildren()) {
            child.getScenario().ifPresent(scenario -> {
                lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
                rows(scenario)
                        .forEach(row -> lines.put(
                                row.getId(), row.getLocation().getLine().intValue()));
            });
        }
        return lines;
    }

    private static List<TableRow> rows(Scenario scenario) {
        return scenario.getExamples().stream()
                .flatMap(e -> e.getTableBody().stream())
                .toList();
    }

    private static String plain(String description) {
        return description
                .strip()
                .replaceAll("\\s*\\n\\s*\\n\\s*", "\u0000")
                .replaceAll("\\s+", " ")
                .replace("\u0000", "\n\n");
    }

    /** Lower case words of the name joined by hyphens. */
    static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
