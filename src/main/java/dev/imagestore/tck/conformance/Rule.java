package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A Rule of the features: one requirement with its cases. */
public record Rule(String id, String text, String description, Tags tags, List<Case> cases) {

    public Rule {
        cases = List.copyOf(cases);
    }

    /** Whether that profile asserts anything of the requirement. */
    public boolean assertedBy(Profile profile) {
        return cases.stream().anyMatch(c -> c.in(profile));
    }

    /** The level at which that profile asserts the requirement; empty if it does not. */
    public Optional<Level> level(Profile profile) {
        return assertedBy(profile) ? Optional.of(stated(profile)) : Optional.empty();
    }

    private Level stated(Profile profile) {
        return tags.level(profile).orElse(Level.MUST);
    }

    /** The requirement as that profile sees it. */
    public Requirement requirement(Profile profile) {
        return new Requirement(
                id,
                stated(profile),
                Arrays.stream(Profile.values())
                        .filter(this::assertedBy)
                        .map(Profile::word)
                        .toList(),
                tags.values("source"),
                text,
                description,
                feature(),
                tags.values("explained-by"));
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
