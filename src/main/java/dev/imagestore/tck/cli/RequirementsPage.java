package dev.imagestore.tck.cli;

import dev.imagestore.tck.conformance.Profile;
import dev.imagestore.tck.conformance.Rule;
import dev.imagestore.tck.verdict.Level;
import dev.imagestore.tck.verdict.Requirement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/requirements.md}: every requirement under an address of its own, which its id makes. */
final class RequirementsPage {

    private static final Profile PROFILE = Profile.DOCUMENTED;

    private RequirementsPage() {}

    static String of(List<Rule> rules) {
        StringBuilder page = new StringBuilder("""
                # Requirements

                Made from `features/` by `list --markdown`. The address of a requirement is its id in lower case, such as
                `requirements.md#cr-07`.
                """);
        String topic = "";
        for (Rule rule : rules) {
            Requirement requirement = rule.requirement(PROFILE);
            if (!requirement.feature().equals(topic)) {
                topic = requirement.feature();
                page.append("\n## ").append(topic).append('\n');
            }
            page.append("\n### ").append(rule.id()).append("\n\n");
            page.append("**").append(rule.text()).append("**\n\n");
            page.append("%s; %s; %d cases\n\n"
                    .formatted(
                            levels(rule),
                            String.join(", ", requirement.provenance()),
                            rule.cases().size()));
            page.append(requirement.description()).append('\n');
        }
        return page.toString();
    }

    /** Each level with the profiles that assert the requirement at it. */
    private static String levels(Rule rule) {
        Map<Level, List<String>> profiles = new EnumMap<>(Level.class);
        for (Profile profile : Profile.values()) {
            rule.level(profile)
                    .ifPresent(level -> profiles.computeIfAbsent(level, l -> new ArrayList<>())
                            .add(profile.word()));
        }
        return profiles.entrySet().stream()
                .map(e -> "%s in %s".formatted(e.getKey(), String.join(", ", e.getValue())))
                .collect(Collectors.joining("; "));
    }
}
