package dev.imagestore.tck.conformance;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.RuleChild;
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
        Tags tags = new Tags(names(node.getTags()));
        Map<String, Place> places = places(node, tags);
        List<Case> cases = new ArrayList<>();
        for (Pickle pickle : pickles) {
            String innermost = pickle.getAstNodeIds().get(pickle.getAstNodeIds().size() - 1);
            Place place = places.get(innermost);
            if (place != null) {
                String slug = id + "/" + slug(pickle.getName());
                cases.add(new Case(slug, id, pickle.getName(), uri, place.line(), place.tags()));
            }
        }
        return new Rule(id, name.group(2), plain(node.getDescription()), tags, cases);
    }

    /** Where a scenario or a row of its examples stands, and the tags that hold there. */
    private record Place(int line, Tags tags) {
        static Place of(Location location, Tags tags) {
            return new Place(location.getLine().intValue(), tags);
        }
    }

    /** From the id of a scenario, or of a row of its examples, to its place. */
    private static Map<String, Place> places(io.cucumber.messages.types.Rule node, Tags ofRule) {
        Map<String, Place> places = new HashMap<>();
        for (RuleChild child : node.getChildren()) {
            child.getScenario().ifPresent(scenario -> {
                Tags ofScenario = ofRule.within(names(scenario.getTags()));
                places.put(scenario.getId(), Place.of(scenario.getLocation(), ofScenario));
                for (Examples examples : scenario.getExamples()) {
                    Tags ofRow = ofScenario.within(names(examples.getTags()));
                    examples.getTableBody().forEach(row -> places.put(row.getId(), Place.of(row.getLocation(), ofRow)));
                }
            });
        }
        return places;
    }

    private static List<String> names(List<Tag> tags) {
        return tags.stream().map(Tag::getName).toList();
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
