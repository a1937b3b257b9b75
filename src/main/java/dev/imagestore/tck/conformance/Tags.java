package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tags of a Rule or of a case, those of the outer nodes first, as the features write them. */
public record Tags(List<String> names) {

    public Tags {
        names = List.copyOf(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The values of the tags {@code @key:value}. */
    List<String> values(String key) {
        String prefix = "@" + key + ":";
        return names.stream()
                .filter(n -> n.startsWith(prefix))
                .map(n -> n.substring(prefix.length()))
                .toList();
    }

    /** The value of the innermost tag {@code @key:value}. */
    Optional<String> value(String key) {
        return values(key).stream().reduce((outer, inner) -> inner);
    }

    /** The innermost level, where {@code @level:PROFILE=LEVEL} holds for that profile only. */
    Optional<Level> level(Profile profile) {
        return value("level", profile).map(Level::valueOf);
    }

    /** How a refusal is answered in that profile, by {@code @answer:PROFILE=400-RANGE,416}, where it is stated at all. */
    Optional<StatedAnswer> answer(Profile profile) {
        return value("answer", profile).map(StatedAnswer::parse);
    }

    /** The innermost value of {@code @key:VALUE} and {@code @key:PROFILE=VALUE} in that profile. */
    private Optional<String> value(String key, Profile profile) {
        String own = profile.word() + "=";
        return values(key).stream()
                .filter(v -> v.indexOf('=') < 0 || v.startsWith(own))
                .map(v -> v.substring(v.indexOf('=') + 1))
                .reduce((outer, inner) -> inner);
    }

    /** With the tags of a node inside this one; if it names profiles, they replace those that were named outside. */
    Tags within(List<String> inner) {
        boolean narrowed = inner.stream().anyMatch(Tags::namesProfile);
        Stream<String> outer = names.stream().filter(name -> !narrowed || !namesProfile(name));
        return new Tags(Stream.concat(outer, inner.stream()).toList());
    }

    private static boolean namesProfile(String name) {
        return name.startsWith("@profile:");
    }
}
