package dev.imagestore.tck.conformance;

import dev.imagestore.tck.verdict.Level;
import java.util.List;
import java.util.Optional;

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
        String own = profile.word() + "=";
        return values("level").stream()
                .filter(v -> v.indexOf('=') < 0 || v.startsWith(own))
                .map(v -> Level.valueOf(v.substring(v.indexOf('=') + 1)))
                .reduce((outer, inner) -> inner);
    }
}
