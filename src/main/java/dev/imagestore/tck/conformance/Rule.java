package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Requirement;
import java.util.List;

/** A Rule of the features: one requirement with its cases. */
public record Rule(String id, String text, String description, Tags tags, List<Case> cases) {

    public Rule {
        cases = List.copyOf(cases);
    }

    /** Whether that profile asserts anything of the requirement. */
    public boolean assertedBy(Profile profile) {
        return cases.stream().anyMatch(c -> c.in(profile));
    }

    /** The requirement as that profile sees it. */
    public Requirement requirement(Profile profile) {
        Level level = tags.level(profile).orElse(Level.MUST);
        return new Requirement(
                id, level, tags.values("source"), text, description, feature(), tags.values("explained-by"));
    }

    /** The topic, such as {@code upload-chunk/content-range}: the feature's place below the folder of the features. */
    private String feature() {
        return cases.stream()
                .findFirst()
                .map(c ->
                        c.feature().toString().replaceFirst("^.*?features/", "").replaceFirst("\\.feature$", ""))
                .orElse("");
    }
}
