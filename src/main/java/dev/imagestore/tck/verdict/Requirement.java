package dev.imagestore.tck.verdict;

import java.util.List;

/**
 * One requirement of the specification, as a Rule of the features states it.
 *
 * @param id the id of the protocol page, such as {@code CR-07}
 * @param level the level in the profile of the run
 * @param profiles the words of those that assert it, such as {@code strict-http}
 * @param provenance where it comes from: {@code documented}, {@code implied}, {@code http}, {@code implementation}
 * @param text the requirement in one sentence
 * @param description source, derivation and why it matters
 * @param feature the topic that it belongs to, such as {@code upload-chunk/content-range}
 * @param explainedBy ids of requirements whose failure accounts for a failure of this one, leading first
 */
public record Requirement(
        String id,
        Level level,
        List<String> profiles,
        List<String> provenance,
        String text,
        String description,
        String feature,
        List<String> explainedBy) {

    public Requirement {
        profiles = List.copyOf(profiles);
        provenance = List.copyOf(provenance);
        explainedBy = List.copyOf(explainedBy);
    }
}
