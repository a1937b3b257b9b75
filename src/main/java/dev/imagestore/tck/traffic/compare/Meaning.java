package dev.imagestore.tck.traffic.compare;

import dev.imagestore.tck.traffic.Rewriting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares JSON by meaning: the order of fields and of entries, and whether a number is written as a string, do not count;
 * dates and versions are the server's own. Paths are mapped back.
 */
final class Meaning {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OWN = Set.of("ModifiedDate", "FileVersion", "ContinuationToken");

    private Meaning() {}

    /** Where the two differ first, such as {@code StoreFiles[0].FileSize}; empty when they mean the same. */
    static Optional<String> difference(String recorded, String observed, Rewriting rewriting) {
        if (recorded.isBlank() && observed.isBlank()) {
            return Optional.empty();
        }
        try {
            return difference(
                    "",
                    normal("", JSON.readTree(recorded), text -> text.replace('\\', '/')),
                    normal("", JSON.readTree(observed), rewriting::back));
        } catch (JacksonException e) {
            return recorded.equals(observed) ? Optional.empty() : Optional.of("no JSON");
        }
    }

    private static Object normal(String name, JsonNode node, UnaryOperator<String> path) {
        if (node.isObject()) {
            TreeMap<String, Object> fields = new TreeMap<>();
            node.properties().stream()
                    .filter(field -> !OWN.contains(field.getKey()))
                    .forEach(field -> fields.put(field.getKey(), normal(field.getKey(), field.getValue(), path)));
            return fields;
        }
        if (node.isArray()) {
            List<Object> entries = new ArrayList<>();
            node.forEach(entry -> entries.add(normal(name, entry, path)));
            entries.sort(Comparator.comparing(Object::toString));
            return entries;
        }
        String text = node.asString("null");
        return name.equals("StoreRelativePath") ? path.apply(text) : text;
    }

    private static Optional<String> difference(String where, Object one, Object other) {
        if (one instanceof Map<?, ?> mine && other instanceof Map<?, ?> its) {
            Set<String> names = new TreeSet<>();
            mine.keySet().forEach(name -> names.add(name.toString()));
            its.keySet().forEach(name -> names.add(name.toString()));
            return names.stream()
                    .map(name -> difference(
                            where.isEmpty() ? name : where + "." + name, or(mine.get(name)), or(its.get(name))))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (one instanceof List<?> mine && other instanceof List<?> its && mine.size() == its.size()) {
            for (int i = 0; i < mine.size(); i++) {
                Optional<String> found = difference(where + "[" + i + "]", or(mine.get(i)), or(its.get(i)));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return one.equals(other) ? Optional.empty() : Optional.of(where.isEmpty() ? "the body" : where);
    }

    private static Object or(@Nullable Object value) {
        return value == null ? "(absent)" : value;
    }
}
