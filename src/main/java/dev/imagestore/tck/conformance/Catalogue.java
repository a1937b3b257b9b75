package dev.imagestore.tck.conformance;

import io.cucumber.core.gherkin.Feature;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The specification as the features carry it: rules, their cases, and the requirements that nothing can test. There is
 * no second list of requirements.
 *
 * @param rules in the order of the features
 * @param uncovered requirements without a Rule, each with the reason
 */
public record Catalogue(List<Feature> features, List<Rule> rules, Map<String, String> uncovered, String sha256) {

    public Catalogue {
        features = List.copyOf(features);
        rules = List.copyOf(rules);
        uncovered = Collections.unmodifiableMap(new TreeMap<>(uncovered));
    }

    /** The catalogue of this build, which is read once. */
    public static Catalogue load() {
        return Bundled.CATALOGUE;
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = new CatalogueReader().read();
    }

    public List<Case> cases() {
        return rules.stream().map(Rule::cases).flatMap(Collection::stream).toList();
    }

    /** The cases that the globs of the settings leave. */
    public List<Case> selected(RunSettings settings) {
        return cases().stream()
                .filter(c -> settings.run().isEmpty() || settings.run().stream().anyMatch(c::matches))
                .filter(c -> settings.skip().stream().noneMatch(c::matches))
                .toList();
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** Number of requirements, covered or not. */
    public int size() {
        return rules.size() + uncovered.size();
    }
}
